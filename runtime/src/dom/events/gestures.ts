import type { Json, Touch } from '../../protocol/index.ts';
import type { NodeRef } from '../../view/index.ts';
import type { NodeLocator } from '../node-locator.ts';
import type { PaintClock } from '../types.ts';
import type { ContactChange } from './contacts.ts';
import type { EventEmitter, TouchLists } from './emitter.ts';

/** A finger that wanders further than this, in pixels, does not tap. */
const tapSlopPixels = 10;
const longPressMs = 350;

interface Press {
  readonly identifier: number;
  readonly at: NodeRef;
  readonly start: Touch;
  readonly cancelLongPress: () => void;
  readonly longPressed: () => boolean;
}

export interface Gestures {
  handle(change: ContactChange): void;
  /** A tap by other means (Enter on a focused button). */
  tap(target: Node, x: number, y: number): void;
  dispose(): void;
}

/**
 * Raises touch events, `tap`, `longpress` and `longtap`. A second finger ends the tap. A long press that some
 * handler listens to takes the place of the tap; `longtap`, the older name, does not.
 */
export function createGestures(parts: {
  readonly emitter: EventEmitter;
  readonly locator: NodeLocator;
  readonly clock: PaintClock;
  /** A tap happened on `target`, after the program's handlers were told. */
  onTap(target: Node): void;
  /** What a component adds to a tap inside it; null when it keeps the tap to itself. */
  tapped(target: Node, x: number, y: number): { readonly [name: string]: Json } | null;
  /** Taps inside it raise nothing: a disabled button. */
  isDead(target: Node): boolean;
}): Gestures {
  const { emitter, locator, clock } = parts;
  let press: Press | undefined;

  const drop = (): void => {
    press?.cancelLongPress();
    press = undefined;
  };

  const begin = (at: NodeRef, change: ContactChange): void => {
    const { touch } = change;
    let taken = false;
    const cancelLongPress = clock.after(longPressMs, () => {
      const lists = { touches: [touch], changedTouches: [touch] };
      taken = emitter.heard('longpress', at);
      emitter.bubble('longpress', at, pointOf(touch), lists);
      emitter.bubble('longtap', at, pointOf(touch), lists);
    });
    press = { identifier: touch.identifier, at, start: touch, cancelLongPress, longPressed: () => taken };
  };

  const strayed = ({ start }: Press, touch: Touch): boolean =>
    Math.hypot(touch.clientX - start.clientX, touch.clientY - start.clientY) > tapSlopPixels;

  const tap = (target: Node, at: NodeRef | undefined, touch: Touch): void => {
    const more = parts.tapped(target, touch.clientX, touch.clientY);
    const lists = { touches: [touch], changedTouches: [touch] };
    if (at && more) emitter.bubble('tap', at, { ...pointOf(touch), ...more }, lists);
    parts.onTap(target);
  };

  return {
    handle(change) {
      const { phase, target, touch, touches } = change;
      const at = locator.locate(target);
      const dead = parts.isDead(target);
      const lists: TouchLists = { touches, changedTouches: [touch] };
      if (at && !dead) emitter.bubble(`touch${phase}`, at, pointOf(touch), lists);
      if (phase === 'start') {
        const alone = touches.length <= 1;
        drop();
        if (alone && at && !dead) begin(at, change);
        return;
      }
      if (!press || press.identifier !== touch.identifier) return;
      if (phase === 'cancel' || strayed(press, touch)) {
        drop();
      } else if (phase === 'end') {
        const { longPressed, at: pressedAt } = press;
        drop();
        if (!longPressed()) tap(target, pressedAt, touch);
      }
    },

    tap(target, x, y) {
      if (parts.isDead(target)) return;
      tap(target, locator.locate(target), { identifier: 0, pageX: x, pageY: y, clientX: x, clientY: y });
    },

    dispose: drop,
  };
}

function pointOf({ pageX, pageY }: Touch): { x: number; y: number } {
  return { x: pageX, y: pageY };
}
