import type { Json } from '../../protocol/index.ts';
import { numberOf } from '../flags.ts';
import type { ComponentContext } from './component.ts';

/** Where a video is shown: in its box, over the whole screen, or in the browser's small window. */
export interface VideoScreen {
  readonly full: boolean;
  /** Degrees that the picture is turned by, so that a wide one fills a high window. */
  readonly turn: 0 | 90 | -90;
  /** `direction` is 0, 90 or -90; by the shapes of film and window when it is none of them. */
  enter(direction: Json | undefined): void;
  leave(): void;
  enterSmall(): void;
  exitSmall(): void;
  /** Loudness at the start of a gesture. */
  readonly volume: number;
  /** Brightness as a gesture over `share` of the picture makes it. */
  dim(share: number): number;
  /** The gesture is over: what it led to is where the next one starts. */
  keep(): void;
  dispose(): void;
}

export function createVideoScreen(
  { emit, host, tell, window }: Pick<ComponentContext, 'emit' | 'host' | 'tell' | 'window'>,
  film: HTMLVideoElement,
  changed: () => void,
): VideoScreen {
  let full = false;
  let turn: 0 | 90 | -90 = 0;
  let volume = film.volume;
  let brightness = 1;
  let dimmed = 1;

  const turnFor = (direction: Json | undefined): 0 | 90 | -90 => {
    const given = numberOf(direction, Number.NaN);
    if (given === 90 || given === -90) return given;
    if (given === 0) return 0;
    return film.videoWidth > film.videoHeight && window.innerHeight > window.innerWidth ? 90 : 0;
  };
  const tellChange = (): void =>
    emit('fullscreenchange', { fullScreen: full, direction: turn === 0 ? 'vertical' : 'horizontal' });
  const leave = (): void => {
    if (!full) return;
    full = false;
    turn = 0;
    // It may have left the document, and with it the top layer.
    if (host.isConnected) host.hidePopover();
    host.removeAttribute('popover');
    host.removeAttribute('data-turn');
    tell('full-screen', { on: false });
    tellChange();
    changed();
  };
  return {
    get full() {
      return full;
    },
    get turn() {
      return turn;
    },
    get volume() {
      return volume;
    },
    enter(direction) {
      if (!host.isConnected) return;
      turn = turnFor(direction);
      if (turn === 0) host.removeAttribute('data-turn');
      else host.dataset.turn = String(turn);
      if (!full) {
        host.setAttribute('popover', 'manual');
        host.showPopover();
        tell('full-screen', { on: true });
      }
      full = true;
      tellChange();
      changed();
    },
    leave,
    enterSmall() {
      // Only with a fresh action of the person, as the browser has it; else the film stops like any other.
      film.requestPictureInPicture?.().catch(() => film.pause());
    },
    exitSmall() {
      if (film.ownerDocument.pictureInPictureElement === film) void film.ownerDocument.exitPictureInPicture();
    },
    dim(share) {
      dimmed = Math.min(1, Math.max(0.2, brightness + share));
      film.style.filter = dimmed === 1 ? '' : `brightness(${dimmed})`;
      return dimmed;
    },
    keep() {
      volume = film.volume;
      brightness = dimmed;
    },
    dispose() {
      if (full) tell('full-screen', { on: false });
    },
  };
}
