/** What built-in components themselves say to people. */
export interface Words {
  readonly confirm: string;
  readonly cancel: string;
  readonly choose: string;
  readonly progress: string;
  column(number: number): string;
}

const english: Words = {
  confirm: 'OK',
  cancel: 'Cancel',
  choose: 'Choose',
  progress: 'Progress',
  column: (number) => `Column ${number}`,
};
const chinese: Words = {
  confirm: '确定',
  cancel: '取消',
  choose: '选择',
  progress: '进度',
  column: (number) => `第 ${number} 列`,
};

/** Whether the person reads Chinese, as their browser says. */
export function readsChinese(window: Window): boolean {
  return /^zh\b/i.test(window.navigator.language);
}

export function wordsFor(window: Window | null): Words {
  return window && readsChinese(window) ? chinese : english;
}
