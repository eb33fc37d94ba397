import type { MediaKind } from '../../providers/index.ts';

/** What the shell says when a program wants files of the person. */
export interface MediaTexts {
  readonly filesAsk: (kinds: readonly MediaKind[], count: number) => string;
  readonly takePicture: string;
  readonly takeVideo: string;
  readonly stopVideo: string;
  readonly fromFiles: string;
  readonly fullSize: string;
  readonly wrongKind: string;
  readonly tooMany: (count: number) => string;
  readonly noCamera: string;
  readonly cancel: string;
}

const english: MediaTexts = {
  filesAsk(kinds, count) {
    const one = { image: 'picture', video: 'video', file: 'file' }[kinds.length === 1 ? (kinds[0] ?? 'file') : 'file'];
    if (kinds.length === 2)
      return count === 1 ? 'Choose a picture or video' : `Choose up to ${count} pictures or videos`;
    return count === 1 ? `Choose a ${one}` : `Choose up to ${count} ${one}s`;
  },
  takePicture: 'Take a picture',
  takeVideo: 'Record a video',
  stopVideo: 'Stop',
  fromFiles: 'Choose from files',
  fullSize: 'Full size',
  wrongKind: 'The program does not take this kind of file.',
  tooMany: (count) => `The program takes no more than ${count}.`,
  noCamera: 'There is no camera, or the browser does not allow it.',
  cancel: 'Cancel',
};

const chinese: MediaTexts = {
  filesAsk(kinds, count) {
    const single = { image: '图片', video: '视频', file: '文件' }[kinds.length === 1 ? (kinds[0] ?? 'file') : 'file'];
    const what = kinds.length === 2 ? '图片或视频' : single;
    return count === 1 ? `选择${what}` : `选择${what}，最多 ${count} 个`;
  },
  takePicture: '拍照',
  takeVideo: '拍摄视频',
  stopVideo: '停止',
  fromFiles: '从文件选择',
  fullSize: '原图',
  wrongKind: '小程序不接受这种文件。',
  tooMany: (count) => `小程序最多接受 ${count} 个。`,
  noCamera: '没有摄像头，或浏览器不允许使用。',
  cancel: '取消',
};

export const mediaTexts: MediaTexts = /^zh\b/i.test(globalThis.navigator?.language ?? 'en') ? chinese : english;
