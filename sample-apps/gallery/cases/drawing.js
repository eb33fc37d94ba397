import { never, notAnObject } from './case.js';

/** Canvases; the page has one of the old kind, `leaf`. */
/** @type {Record<string, import('./case.js').Cases>} */
export const drawingCases = {
  createCanvasContext: {
    works: {
      run: ({ wx }) =>
        new Promise((resolve) => {
          const pen = wx.createCanvasContext('leaf');
          pen.setFillStyle('#3f9a72');
          pen.fillRect(0, 0, 10, 10);
          pen.draw(true, () => resolve('drawn'));
        }),
      gives: 'drawn',
    },
    refused: never('A context without a canvas keeps what is drawn and shows it nowhere.'),
    wrong: { run: ({ wx }) => wx.createCanvasContext(), gives: { fillRect: Function, draw: Function } },
  },
  canvasToTempFilePath: {
    works: {
      options: { canvasId: 'leaf' },
      gives: { errMsg: 'canvasToTempFilePath:ok', tempFilePath: /^http:\/\/tmp\/\w+\.png$/ },
    },
    refused: { options: { canvasId: 'nowhere' }, gives: 'fail canvas is empty' },
    wrong: notAnObject,
  },
};
