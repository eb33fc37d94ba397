import type { Bound } from '../../protocol/templates.ts';
import { boundValue } from '../blocks/block.ts';
import type { Block } from '../blocks/types.ts';
import { copyData } from '../data/copy.ts';
import { ownKeys } from '../intrinsics.ts';
import { eventPath, type PathNode, targetAt } from './event-path.ts';

/** What a happening brings, whichever handler hears of it. */
export interface EventFacts {
  readonly type: string;
  readonly timeStamp: number;
  readonly detail: unknown;
  /** Only of events from the view. */
  readonly touches?: unknown;
  readonly changedTouches?: unknown;
  /** What the object says in place of the usual, or beside it. */
  readonly own?: Readonly<Record<string, unknown>> | undefined;
  /** Where a node on the path lies; `[0, 0]` for one nobody measured. */
  offset(block: Block, node: number): readonly [left: number, top: number];
}

/** How an event came into a template: what the handlers of its component get as target, and the marks there. */
export interface Entry {
  readonly target: PathNode;
  readonly marks: Readonly<Record<string, unknown>>;
}

/** An event comes to `node`, the first one in its template. */
export function enterTemplate(node: PathNode): Entry {
  return { target: targetAt(node), marks: collectMarks(node) };
}

/** The object a handler gets for `current`. Fresh each time: handlers may keep and change it. */
export function createEventObject(
  facts: EventFacts,
  { target, marks }: Entry,
  current: PathNode,
): Record<string, unknown> {
  const event: Record<string, unknown> = {
    type: facts.type,
    timeStamp: facts.timeStamp,
    target: describe(target, facts),
    currentTarget: describe(current, facts),
    mark: copyData(marks),
    detail: facts.detail,
  };
  if (facts.touches !== undefined) event.touches = facts.touches;
  if (facts.changedTouches !== undefined) event.changedTouches = facts.changedTouches;
  if (facts.own !== undefined) Object.assign(event, facts.own);
  return event;
}

function describe({ block, node }: PathNode, facts: EventFacts): Record<string, unknown> {
  const info = block.plan.type.nodes[node];
  const [offsetLeft, offsetTop] = facts.offset(block, node);
  const id = info?.id === undefined ? '' : boundValue(block, info.id);
  return {
    id: id === undefined || id === null ? '' : String(id),
    offsetLeft,
    offsetTop,
    dataset: readBounds(block, info?.dataset),
  };
}

/** Values of `data-*` or `mark:*` right now; objects are copies, as if they had been at the view. */
export function readBounds(block: Block, bounds: Readonly<Record<string, Bound>> | undefined): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  if (bounds === undefined) return values;
  for (const name of ownKeys(bounds)) {
    const bound = bounds[name];
    if (bound !== undefined) values[name] = copyData(boundValue(block, bound));
  }
  return values;
}

/** Marks of the target and of what is around it in its template, wherever the event goes; the innermost of a name counts. */
function collectMarks(target: PathNode): Record<string, unknown> {
  const marks: Record<string, unknown> = {};
  const path = eventPath(target.block, target.node, false);
  for (let at = path.length - 1; at >= 0; at -= 1) {
    const one = path[at];
    if (one === undefined) continue;
    const own = one.block.plan.type.nodes[one.node]?.marks;
    if (own !== undefined) Object.assign(marks, readBounds(one.block, own));
  }
  return marks;
}
