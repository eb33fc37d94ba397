interface ScanTexts {
  readonly ask: string;
  readonly aim: string;
  readonly aimOnly: string;
  readonly noCamera: string;
  readonly noCameraOnly: string;
  readonly nothing: string;
  readonly view: string;
}

const english: ScanTexts = {
  ask: 'Read a code',
  aim: 'Hold the code before the camera, or choose a picture with one.',
  aimOnly: 'Hold the code before the camera.',
  noCamera: 'There is no camera, or the browser does not allow it. Choose a picture with a code.',
  noCameraOnly: 'There is no camera, or the browser does not allow it.',
  nothing: 'There is no code in this picture that can be read.',
  view: 'What the camera sees',
};

const chinese: ScanTexts = {
  ask: '扫码',
  aim: '将码对准摄像头，或选择一张含码的图片。',
  aimOnly: '将码对准摄像头。',
  noCamera: '没有摄像头，或浏览器不允许使用。请选择一张含码的图片。',
  noCameraOnly: '没有摄像头，或浏览器不允许使用。',
  nothing: '图片中没有可识别的码。',
  view: '摄像头画面',
};

/** What the sheet that reads codes says. */
export const scanTexts: ScanTexts = /^zh\b/i.test(globalThis.navigator?.language ?? 'en') ? chinese : english;
