import { misfit, never } from './case.js';

const file = 'wxfile://usr/leaf.txt';

/** Files, bytes and sounds of the program. */
/** @type {Record<string, import('./case.js').Cases>} */
export const fileCases = {
  arrayBufferToBase64: {
    works: { run: ({ wx }) => wx.arrayBufferToBase64(new Uint8Array([1, 2, 3]).buffer), gives: 'AQID' },
    refused: never('It reckons, and asks nobody.'),
    wrong: { args: ['no bytes'], gives: '' },
  },
  getFileSystemManager: {
    works: {
      run({ wx }) {
        const files = wx.getFileSystemManager();
        files.writeFileSync(file, 'green', 'utf8');
        return files.readFileSync(file, 'utf8');
      },
      gives: 'green',
    },
    refused: {
      run: ({ wx }) => wx.getFileSystemManager().readFileSync('wxfile://usr/gone.txt'),
      gives: { thrown: /^readFileSync:fail no such file or directory/ },
    },
    wrong: { run: ({ wx }) => wx.getFileSystemManager().readFileSync(), gives: { thrown: /^readFileSync:fail / } },
  },
  openDocument: {
    works: {
      async run({ wx, call }) {
        wx.getFileSystemManager().writeFileSync(file, 'A leaf is green.', 'utf8');
        return call('openDocument', { filePath: file });
      },
      person: [{ answer: 'OK' }],
      gives: 'ok',
    },
    refused: { options: { filePath: '/assets/gone.pdf' }, gives: /^openDocument:fail no such file or directory/ },
    wrong: misfit('filePath', 'String', undefined),
  },
  createInnerAudioContext: {
    works: {
      run: ({ wx }) =>
        new Promise((resolve) => {
          const sound = wx.createInnerAudioContext();
          sound.onPlay(() => {
            sound.destroy();
            resolve('heard');
          });
          sound.onError(resolve);
          sound.src = '/assets/bird.wav';
          sound.play();
        }),
      gives: 'heard',
    },
    refused: {
      run: ({ wx }) =>
        new Promise((resolve) => {
          const sound = wx.createInnerAudioContext();
          sound.onError(resolve);
          sound.src = '/assets/gone.wav';
          sound.play();
        }),
      gives: { errCode: Number, errMsg: String },
    },
    wrong: { args: ['no object'], gives: { play: Function, onError: Function } },
  },
};
