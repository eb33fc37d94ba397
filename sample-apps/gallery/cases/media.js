import { misfit, never } from './case.js';

const picture = '/assets/fern.svg';
const closed = { options: {}, person: [{ press: 'Cancel' }], gives: 'fail cancel' };
const temporary = /^http:\/\/tmp\/\w+\.png$/;
const shown = never(
  'It covers the window of the program, which asks nobody; a picture that does not load says so there.',
);

/** Pictures and files: chosen, shown, measured and kept. */
/** @type {Record<string, import('./case.js').Cases>} */
export const mediaCases = {
  chooseImage: {
    works: {
      options: { count: 1 },
      person: [{ file: 'code.png' }],
      gives: { errMsg: 'chooseImage:ok', tempFilePaths: [temporary] },
    },
    refused: closed,
    wrong: misfit('sizeType', 'Array', 'original'),
  },
  chooseMedia: {
    works: {
      options: { count: 1, mediaType: ['image'] },
      person: [{ file: 'code.png' }],
      gives: { errMsg: 'chooseMedia:ok', type: 'image', tempFiles: [{ tempFilePath: temporary, fileType: 'image' }] },
    },
    refused: closed,
    wrong: misfit('mediaType', 'Array', 'image'),
  },
  chooseMessageFile: {
    works: {
      options: { count: 1 },
      person: [{ file: 'code.png' }],
      gives: { errMsg: 'chooseMessageFile:ok', tempFiles: [{ name: 'code.png', type: 'image' }] },
    },
    refused: { ...closed, options: { count: 1 } },
    wrong: misfit('count', 'Number', undefined),
  },
  saveImageToPhotosAlbum: {
    refused: { options: { filePath: picture }, person: [{ key: 'Escape' }], gives: 'fail auth canceled' },
    works: { options: { filePath: picture }, person: [{ press: 'Allow' }], gives: 'ok' },
    wrong: misfit('filePath', 'String', undefined),
  },
  previewImage: {
    works: {
      async run({ call, goOn }) {
        const answer = await call('previewImage', { urls: [picture, '/assets/lake.svg'], current: picture });
        await goOn();
        return answer;
      },
      person: [{ key: 'Escape' }, { goOn: true }],
      gives: 'ok',
    },
    refused: shown,
    wrong: misfit('urls', 'Array', undefined),
  },
  previewMedia: {
    works: {
      async run({ call, goOn }) {
        const answer = await call('previewMedia', { sources: [{ url: picture, type: 'image' }] });
        await goOn();
        return answer;
      },
      person: [{ key: 'Escape' }, { goOn: true }],
      gives: 'ok',
    },
    refused: shown,
    wrong: misfit('sources', 'Array', 'fern.svg'),
  },
  getImageInfo: {
    works: {
      options: { src: '/assets/code.png' },
      gives: { errMsg: 'getImageInfo:ok', width: Number, height: Number, type: 'png' },
    },
    refused: { options: { src: '/assets/gone.png' }, gives: 'fail the picture cannot be loaded' },
    wrong: misfit('src', 'String', undefined),
  },
};
