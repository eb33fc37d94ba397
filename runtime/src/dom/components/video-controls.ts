import { makeGlyphButton } from './media-glyphs.ts';
import { clockTime, createMediaRail, mediaRailStyle } from './media-rail.ts';
import type { Words } from './words.ts';

/** What is drawn over a video; it decides nothing. */
export interface VideoControls {
  readonly element: HTMLElement;
  /** Takes single taps, drags and the mouse where no button is. */
  readonly surface: HTMLElement;
  draw(state: VideoState): void;
  /** A word in the middle for a moment: where a gesture leads. */
  hint(text: string): void;
  readonly dragging: boolean;
}

export interface VideoState {
  readonly playing: boolean;
  readonly waiting: boolean;
  readonly failed: boolean;
  readonly muted: boolean;
  readonly fullScreen: boolean;
  readonly locked: boolean;
  readonly commentsOn: boolean;
  /** Bar and buttons are shown. */
  readonly open: boolean;
  readonly seconds: number;
  readonly duration: number;
  /** Share that is loaded, 0 to 1. */
  readonly buffered: number;
  readonly title: string;
  readonly shows: ReadonlySet<VideoPart>;
}

export type VideoPart = 'bar' | 'play' | 'center' | 'progress' | 'mute' | 'full' | 'comments' | 'lock' | 'line';

export const videoControlsStyle =
  `${mediaRailStyle}wx-media{display:block;position:absolute;inset:0;color:#fff;font-size:12px;line-height:1.4;` +
  'font-variant-numeric:tabular-nums;text-align:left;cursor:default}' +
  'wx-media>*{position:absolute;transition:opacity .18s}' +
  'wx-media>wx-surface{inset:0;touch-action:pan-y}' +
  'wx-media button{display:flex;align-items:center;justify-content:center;flex:none;width:40px;height:40px;margin:0;' +
  'padding:0;border:0;border-radius:8px;background:none;color:inherit;cursor:pointer}' +
  'wx-media button[hidden]{display:none}wx-media svg{display:block;width:24px;height:24px;fill:currentColor;pointer-events:none}' +
  'wx-media button:focus-visible,wx-media-rail:focus-visible{outline:2px solid currentColor;outline-offset:-2px}' +
  'wx-media>wx-center{display:flex;left:50%;top:50%;translate:-50% -50%}' +
  'wx-media>wx-center>button{width:64px;height:64px;border-radius:50%;background-color:rgba(19,22,20,.55)}' +
  'wx-media>wx-center svg{width:34px;height:34px}' +
  'wx-media>wx-head{display:flex;align-items:center;inset:0 0 auto;padding:12px 16px;font-size:15px;' +
  'background:linear-gradient(rgba(0,0,0,.5),transparent);overflow:hidden;text-overflow:ellipsis;white-space:nowrap;pointer-events:none}' +
  'wx-media>wx-bar{display:flex;align-items:center;gap:4px;inset:auto 0 0;padding:16px 4px 2px;' +
  'background:linear-gradient(transparent,rgba(0,0,0,.6))}wx-media>wx-bar>wx-time{flex:none;padding:0 4px}' +
  'wx-media>wx-bar>wx-space{flex:1}' +
  'wx-media>wx-line{inset:auto 0 0;height:2px;background-color:rgba(255,255,255,.28);pointer-events:none}' +
  'wx-line>wx-fill{display:block;height:100%;width:0;background-color:var(--tr-accent)}' +
  'wx-media>wx-lock{left:8px;top:50%;translate:0 -50%}wx-lock>button{background-color:rgba(19,22,20,.4)}' +
  'wx-media>wx-hint{left:50%;top:50%;translate:-50% -50%;padding:8px 16px;border-radius:8px;font-size:15px;' +
  'background-color:rgba(19,22,20,.72);pointer-events:none}' +
  'wx-media>wx-spinner{left:50%;top:50%;width:32px;height:32px;margin:-16px;box-sizing:border-box;border:3px solid currentColor;' +
  'border-right-color:transparent;border-radius:50%;animation:tr-turn 1s linear infinite;pointer-events:none}' +
  'wx-media>wx-fault{inset:0;display:flex;align-items:center;justify-content:center;padding:16px;font-size:13px;text-align:center;' +
  'color:#e8ece9;background-color:#1b1f1c;pointer-events:none}wx-media>[hidden],wx-bar>[hidden]{display:none}' +
  'wx-media>[data-away]{opacity:0;pointer-events:none}wx-media>wx-bar[data-away]{visibility:hidden;transition:opacity .18s,visibility 0s .18s}' +
  '@media (prefers-reduced-motion:reduce){wx-media>*{transition:none}wx-media>wx-spinner{animation-duration:4s}}';

const lowPixels = 160;

export interface VideoControlsParts {
  readonly document: Document;
  readonly window: Window;
  readonly signal: AbortSignal;
  readonly words: Words;
  turn(): number;
  press(what: 'play' | 'mute' | 'full' | 'comments' | 'lock'): void;
  seeking(share: number): void;
  seek(share: number): void;
  step(steps: number): void;
  after(delayMs: number, run: () => void): () => void;
}

export function createVideoControls(parts: VideoControlsParts): VideoControls {
  const { document, words, press } = parts;
  const make = (tag: string, ...children: Node[]): HTMLElement => {
    const element = document.createElement(tag);
    element.append(...children);
    return element;
  };
  const surface = make('wx-surface');
  const centre = makeGlyphButton(document, 'play', words.play, () => press('play'));
  const play = makeGlyphButton(document, 'play', words.play, () => press('play'));
  const mute = makeGlyphButton(document, 'sound', words.mute, () => press('mute'));
  const comments = makeGlyphButton(document, 'comments', words.comments, () => press('comments'));
  const full = makeGlyphButton(document, 'widen', words.widen, () => press('full'));
  const lock = makeGlyphButton(document, 'lock', words.lock, () => press('lock'));
  const rail = createMediaRail({ ...parts, label: words.progress });
  const [now, whole, space] = [make('wx-time'), make('wx-time'), make('wx-space')];
  const bar = make(
    'wx-bar',
    ...[play.element, now, rail.element, space, whole, comments.element, mute.element, full.element],
  );
  const lineFill = make('wx-fill');
  const line = make('wx-line', lineFill);
  const [head, hint, spinner, fault] = [make('wx-head'), make('wx-hint'), make('wx-spinner'), make('wx-fault')];
  fault.textContent = words.cannotPlay;
  const [centreBox, lockBox] = [make('wx-center', centre.element), make('wx-lock', lock.element)];
  hint.hidden = true;
  const element = make('wx-media', fault, surface, spinner, centreBox, head, line, bar, lockBox, hint);
  let cancelHint: (() => void) | undefined;

  return {
    element,
    surface,
    get dragging() {
      return rail.dragging;
    },
    draw(state) {
      const { shows, playing, failed, open, fullScreen, locked, seconds, duration } = state;
      const opened = open && !locked && shows.has('bar');
      bar.toggleAttribute('data-away', !opened);
      head.toggleAttribute('data-away', !(opened && fullScreen));
      head.hidden = !fullScreen || state.title === '';
      head.textContent = state.title;
      lockBox.hidden = !fullScreen || !shows.has('lock');
      lockBox.toggleAttribute('data-away', !open);
      lock.element.setAttribute('aria-pressed', String(locked));
      centreBox.hidden = playing || failed || !shows.has('center') || state.waiting;
      // On a low picture the two would lie on each other; the bar has a button of its own.
      if (opened && element.clientHeight < lowPixels && shows.has('play')) centreBox.hidden = true;
      spinner.hidden = !state.waiting || failed;
      fault.hidden = !failed;
      line.hidden = opened || !shows.has('line') || !(duration > 0) || !shows.has('bar');
      play.element.hidden = !shows.has('play');
      play.show(playing ? 'pause' : 'play', playing ? words.pause : words.play);
      mute.element.hidden = !shows.has('mute');
      mute.show(state.muted ? 'muted' : 'sound', state.muted ? words.unmute : words.mute);
      comments.element.hidden = !shows.has('comments');
      comments.element.setAttribute('aria-pressed', String(state.commentsOn));
      comments.element.style.opacity = state.commentsOn ? '' : '.6';
      full.element.hidden = !shows.has('full');
      full.show(fullScreen ? 'narrow' : 'widen', fullScreen ? words.narrow : words.widen);
      rail.element.hidden = !shows.has('progress');
      now.hidden = whole.hidden = !shows.has('progress');
      space.hidden = shows.has('progress');
      const share = duration > 0 ? Math.min(1, seconds / duration) : 0;
      lineFill.style.width = `${share * 100}%`;
      now.textContent = clockTime(seconds);
      whole.textContent = clockTime(duration);
      rail.draw(share, state.buffered);
      rail.describe(seconds, duration, `${clockTime(seconds)} / ${clockTime(duration)}`);
    },
    hint(text) {
      hint.textContent = text;
      hint.hidden = false;
      cancelHint?.();
      cancelHint = parts.after(800, () => {
        hint.hidden = true;
      });
    },
  };
}
