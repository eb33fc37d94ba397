import type { EventOffset, Json, Touch } from '../../protocol/index.ts';
import type { NodeRef, PageTree } from '../../view/index.ts';
import type { NodeLocator } from '../node-locator.ts';
import type { PageFrame, PaintClock, PaintedEvent, PlayerEventType } from '../types.ts';

import type { TravellingEvent } from './travelling-events.ts';

export interface TouchLists {
  readonly touches: readonly Touch[];
  readonly changedTouches: readonly Touch[];
}

/** Sends events out, and only those some handler waits for: an unheard touchmove costs no message. */
export interface EventEmitter {
  /** A travelling event. Dropped when nothing on the composed path listens. */
  bubble(type: TravellingEvent, at: NodeRef, detail: Json, lists?: TouchLists): void;
  /** A component's own event. Dropped when the node itself does not listen. */
  own(type: string, at: NodeRef, detail: Json): void;
  /** An event for the player. */
  tell(type: PlayerEventType, at: NodeRef, detail: Json): void;
  /** True when a handler on the composed path of `at` listens to `type`. */
  heard(type: string, at: NodeRef): boolean;
}

export function createEventEmitter(parts: {
  readonly frame: PageFrame;
  readonly tree: PageTree;
  readonly locator: NodeLocator;
  readonly clock: PaintClock;
  onEvent(event: PaintedEvent): void;
}): EventEmitter {
  const { frame, tree, locator, clock } = parts;
  const openedAt = clock.now();

  /** Offsets of the nodes a handler may see as target or currentTarget: the node itself and those that listen. */
  const offsets = (type: string, path: readonly NodeRef[]): EventOffset[] =>
    path
      .filter((ref, index) => index === 0 || tree.listens(ref, type))
      .flatMap((ref) => {
        const box = locator.element(ref)?.getBoundingClientRect();
        if (!box) return [];
        const { scrollX, scrollY } = frame.window;
        return [{ block: ref.block, node: ref.node, left: box.left + scrollX, top: box.top + scrollY }];
      });

  const send = (type: string, at: NodeRef, bubbles: boolean, detail: Json, lists?: TouchLists): void => {
    const path = tree.pathOf(at.block, at.node);
    parts.onEvent({
      block: at.block,
      node: at.node,
      type,
      bubbles,
      detail,
      ...(lists && touchesOn(locator.element(at), lists)),
      timeStamp: Math.round(clock.now() - openedAt),
      offsets: offsets(type, bubbles ? path : path.slice(0, 1)),
    });
  };

  const heard = (type: string, at: NodeRef): boolean =>
    tree.pathOf(at.block, at.node).some((ref) => tree.listens(ref, type));

  return {
    heard,
    bubble(type, at, detail, lists) {
      if (heard(type, at)) send(type, at, true, detail, lists);
    },
    own(type, at, detail) {
      if (tree.listens(at, type)) send(type, at, false, detail);
    },
    tell: (type, at, detail) => send(type, at, false, detail),
  };
}

/** On a canvas a touch says where in it it is, too: that is what a program draws by. */
function touchesOn(element: HTMLElement | undefined, lists: TouchLists): TouchLists {
  if (element?.localName !== 'wx-canvas') return lists;
  const { left, top } = element.getBoundingClientRect();
  const placed = (touches: readonly Touch[]) =>
    touches.map((touch) => ({ ...touch, x: touch.clientX - left, y: touch.clientY - top }));
  return { touches: placed(lists.touches), changedTouches: placed(lists.changedTouches) };
}
