import type { Json } from '../../protocol/index.ts';
import { textOf } from '../../view/index.ts';
import { isRecord, numberOf } from '../flags.ts';

/** Comments that fly over a video. */
export interface Danmu {
  readonly element: HTMLElement;
  setList(list: Json): void;
  /** The video has come to `second`; those of the second before it fly. */
  at(second: number): void;
  fly(text: string, color: string): void;
  setOn(on: boolean): void;
  dispose(): void;
}

export const danmuStyle =
  'wx-danmu{display:block;position:absolute;inset:8px 0 auto;height:50%;overflow:hidden;pointer-events:none;' +
  'font-size:15px;line-height:22px;color:#fff;text-shadow:0 0 2px rgba(0,0,0,.7)}wx-danmu[hidden]{display:none}' +
  'wx-danmu>wx-comment{position:absolute;left:100%;white-space:nowrap}';

const flightMs = 6_000;
const lanePixels = 24;
/** More at once nobody reads, and each is an animation. */
const mostFlying = 60;
const mostListed = 5_000;

export function createDanmu(document: Document): Danmu {
  const element = document.createElement('wx-danmu');
  element.setAttribute('aria-hidden', 'true');
  element.hidden = true;
  let list: readonly { readonly text: string; readonly color: string; readonly time: number }[] = [];
  let last = -1;
  let lane = 0;

  const fly = (text: string, color: string): void => {
    if (element.hidden || text === '' || element.childElementCount >= mostFlying) return;
    const comment = document.createElement('wx-comment');
    comment.textContent = text.slice(0, 200);
    comment.style.color = color;
    const lanes = Math.max(1, Math.floor(element.clientHeight / lanePixels));
    comment.style.top = `${(lane % lanes) * lanePixels}px`;
    lane += 1;
    element.append(comment);
    const way = element.clientWidth + comment.offsetWidth;
    const flight = comment.animate({ transform: ['none', `translateX(-${way}px)`] }, flightMs);
    flight.onfinish = () => comment.remove();
  };
  return {
    element,
    fly,
    setList(given) {
      const items = Array.isArray(given) ? given.slice(0, mostListed) : [];
      list = items.filter(isRecord).map(({ text, color, time }) => ({
        text: textOf(text),
        color: textOf(color),
        time: Math.floor(numberOf(time, 0)),
      }));
    },
    at(second) {
      const now = Math.floor(second);
      if (now === last) return;
      last = now;
      for (const { text, color, time } of list) if (time === now) fly(text, color);
    },
    setOn(on) {
      element.hidden = !on;
      if (!on) element.replaceChildren();
    },
    dispose: () => element.replaceChildren(),
  };
}
