import type { Bound } from '../../protocol/templates.ts';
import { boundValue } from '../blocks/block.ts';
import type { Block, Owner } from '../blocks/types.ts';
import { copyData } from '../data/copy.ts';
import { ownKeys } from '../intrinsics.ts';
import { type PathNode, targetFor } from './event-path.ts';

/** What a happening brings, whichever handler hears of it. */
export interface EventFacts {
  readonly type: string;
  readonly timeStamp: number;
  readonly detail: unknown;
  /** Only of events from the view. */
  readonly touches?: unknown;
  readonly changedTouches?: unknown;
  /** Where a node on the path lies; `[0, 0]` for one nobody measured. */
  offset(block: Block, node: number): readonly [left: number, top: number];
}

/** The object a handler of `owner` gets for `current`. Fresh each time: handlers may keep and change it. */
export function createEventObject(
  facts: EventFacts,
  path: readonly PathNode[],
  owner: Owner,
  current: PathNode,
): Record<string, unknown> {
  const event: Record<string, unknown> = {
    type: facts.type,
    timeStamp: facts.timeStamp,
    target: describe(targetFor(path, owner) ?? current, facts),
    currentTarget: describe(current, facts),
    mark: collectMarks(path, owner),
    detail: facts.detail,
  };
  if (facts.touches !== undefined) event.touches = facts.touches;
  if (facts.changedTouches !== undefined) event.changedTouches = facts.changedTouches;
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

/** Marks of all nodes on the path in the handler's template; the innermost of a name counts. */
function collectMarks(path: readonly PathNode[], owner: Owner): Record<string, unknown> {
  const marks: Record<string, unknown> = {};
  for (let at = path.length - 1; at >= 0; at -= 1) {
    const one = path[at];
    if (one === undefined || one.block.environment.owner !== owner) continue;
    const own = one.block.plan.type.nodes[one.node]?.marks;
    if (own !== undefined) Object.assign(marks, readBounds(one.block, own));
  }
  return marks;
}
