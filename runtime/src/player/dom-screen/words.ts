/** What the player itself says to people. */
export interface Words {
  readonly back: string;
  readonly home: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly loading: string;
  readonly stopped: string;
  readonly guestFault: string;
  readonly hostFault: string;
  readonly notShown: string;
  readonly notDeclared: string;
  readonly close: string;
  readonly viewer: string;
  readonly cannotShow: string;
  readonly savePicture: string;
  readonly notSaved: string;
}

const english: Words = {
  back: 'Back',
  home: 'First page',
  confirm: 'OK',
  cancel: 'Cancel',
  loading: 'Loading',
  stopped: 'This program has stopped',
  guestFault: 'Something in the program itself went wrong. Open it again, or tell its author.',
  notShown: 'This web page is not shown',
  notDeclared: 'The program may only show pages of the hosts it declares. Its author can add this one.',
  close: 'Close',
  viewer: 'Pictures',
  cannotShow: 'This cannot be shown',
  savePicture: 'Save picture',
  notSaved: 'The picture was not saved',
  hostFault: 'This is not the program’s fault. Open it again.',
};

const chinese: Words = {
  back: '返回',
  home: '首页',
  confirm: '确定',
  cancel: '取消',
  loading: '加载中',
  stopped: '小程序已停止运行',
  guestFault: '小程序自身出现问题。请重新打开，或告知开发者。',
  notShown: '无法打开该网页',
  notDeclared: '小程序只能打开已声明域名的网页。开发者可以添加此域名。',
  close: '关闭',
  viewer: '图片',
  cannotShow: '无法显示',
  savePicture: '保存图片',
  notSaved: '图片未能保存',
  hostFault: '这不是小程序的问题，请重新打开。',
};

/** `language` as browsers or WeChat write it: `zh-CN`, `zh_CN`, `en`. */
export function wordsFor(language: string): Words {
  return /^zh\b|^zh_/i.test(language) ? chinese : english;
}
