/** A phone drawn by the shell. Sizes in CSS pixels. */
export interface PhoneModel {
  readonly id: 'small' | 'medium' | 'large' | 'window';
  readonly width: number;
  readonly height: number;
  readonly statusBarHeight: number;
  /** Height of the home indicator's area, where the page must put nothing to press. */
  readonly bottomInset: number;
  readonly pixelRatio: number;
}

export const phoneModels = {
  small: { id: 'small', width: 375, height: 667, statusBarHeight: 20, bottomInset: 0, pixelRatio: 2 },
  medium: { id: 'medium', width: 390, height: 844, statusBarHeight: 47, bottomInset: 34, pixelRatio: 3 },
  large: { id: 'large', width: 412, height: 915, statusBarHeight: 24, bottomInset: 0, pixelRatio: 2.625 },
} as const satisfies Record<string, PhoneModel>;
export type PhoneModelId = keyof typeof phoneModels;
export const phoneModelIds: readonly PhoneModelId[] = ['small', 'medium', 'large'];

/** Below this width there is no room for a phone on a ground: the window itself is the phone. */
export const narrowBelow = 700;

/** Height of the strip on top of a narrow window; it carries the development mark. */
const narrowStatusBar = 24;

/** The phone that fills a narrow window. */
export function windowModel(width: number, height: number, pixelRatio: number): PhoneModel {
  return { id: 'window', width, height, statusBarHeight: narrowStatusBar, bottomInset: 0, pixelRatio };
}

/** Height of a program's navigation bar, below the status bar. */
export const navigationBarHeight = 44;
const capsuleWidth = 87;
const capsuleHeight = 32;
const capsuleRight = 7;

/** Where the capsule is, in CSS pixels of the phone's screen. */
export function capsuleOf(model: PhoneModel) {
  const top = model.statusBarHeight + (navigationBarHeight - capsuleHeight) / 2;
  const right = model.width - capsuleRight;
  return {
    left: right - capsuleWidth,
    top,
    right,
    bottom: top + capsuleHeight,
    width: capsuleWidth,
    height: capsuleHeight,
  };
}
