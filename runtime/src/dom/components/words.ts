/** What built-in components themselves say to people. */
export interface Words {
  readonly confirm: string;
  readonly cancel: string;
  readonly choose: string;
  readonly progress: string;
  readonly play: string;
  readonly pause: string;
  readonly mute: string;
  readonly unmute: string;
  readonly widen: string;
  readonly narrow: string;
  readonly lock: string;
  readonly comments: string;
  readonly volume: string;
  readonly brightness: string;
  readonly cannotPlay: string;
  readonly unknownSound: string;
  readonly unknownAuthor: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly map: string;
  /** A marker without words. */
  readonly marker: string;
  column(number: number): string;
}

const english: Words = {
  confirm: 'OK',
  cancel: 'Cancel',
  choose: 'Choose',
  progress: 'Progress',
  play: 'Play',
  pause: 'Pause',
  mute: 'Mute',
  unmute: 'Sound on',
  widen: 'Full screen',
  narrow: 'Leave full screen',
  lock: 'Lock the controls',
  comments: 'Comments',
  volume: 'Volume',
  brightness: 'Brightness',
  cannotPlay: 'This cannot be played',
  unknownSound: 'Unknown sound',
  unknownAuthor: 'Unknown author',
  zoomIn: 'Closer',
  zoomOut: 'Further away',
  map: 'Map',
  marker: 'Marker',
  column: (number) => `Column ${number}`,
};
const chinese: Words = {
  confirm: '确定',
  cancel: '取消',
  choose: '选择',
  progress: '进度',
  play: '播放',
  pause: '暂停',
  mute: '静音',
  unmute: '取消静音',
  widen: '全屏',
  narrow: '退出全屏',
  lock: '锁定',
  comments: '弹幕',
  volume: '音量',
  brightness: '亮度',
  cannotPlay: '无法播放',
  unknownSound: '未知音频',
  unknownAuthor: '未知作者',
  zoomIn: '放大',
  zoomOut: '缩小',
  map: '地图',
  marker: '标记',
  column: (number) => `第 ${number} 列`,
};

/** Whether the person reads Chinese, as their browser says. */
export function readsChinese(window: Window): boolean {
  return /^zh\b/i.test(window.navigator.language);
}

export function wordsFor(window: Window | null): Words {
  return window && readsChinese(window) ? chinese : english;
}
