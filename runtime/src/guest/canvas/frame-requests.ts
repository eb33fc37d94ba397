import { isFunction } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { type Commands, commandOf } from './commands.ts';

/** Callbacks of `requestAnimationFrame`, of all canvases together. */
export interface FrameRequests {
  request(callback: unknown): number;
  cancel(id: unknown): void;
}

const frame = commandOf('frame');

export function createFrameRequests(link: WxLink, commands: Commands): FrameRequests {
  let waiting = new Map<number, (time: unknown) => unknown>();
  let last = 0;
  link.onNotify('canvasFrame', (data) => {
    const due = waiting;
    // What is asked for from here on is for the frame after this one.
    waiting = new Map();
    const time = typeof data === 'object' && data !== null && 'time' in data ? Number(data.time) : 0;
    for (const [, callback] of due) link.guard('callback of requestAnimationFrame', callback, time);
  });
  return {
    request(callback) {
      if (!isFunction(callback)) throw new TypeError('requestAnimationFrame needs a function');
      last += 1;
      if (waiting.size === 0) commands.on(0).push(frame);
      waiting.set(last, callback);
      return last;
    },
    cancel(id) {
      if (typeof id === 'number') waiting.delete(id);
    },
  };
}
