/** What the shell says about what plays in the background. English and Chinese. */
export interface SoundTexts {
  readonly plays: string;
  readonly play: (title: string) => string;
  readonly pause: (title: string) => string;
  readonly stop: (title: string) => string;
}

const english: SoundTexts = {
  plays: 'Playing in the background',
  play: (title) => `Play ${title}`,
  pause: (title) => `Pause ${title}`,
  stop: (title) => `Stop ${title}`,
};

const chinese: SoundTexts = {
  plays: '后台播放',
  play: (title) => `播放${title}`,
  pause: (title) => `暂停${title}`,
  stop: (title) => `停止${title}`,
};

export const soundTexts: SoundTexts = /^zh\b/i.test(globalThis.navigator?.language ?? 'en') ? chinese : english;
