import type { Bound, Dependencies, Reads, Row } from '../../protocol/templates.ts';
import { copyForView, sameData } from '../data/copy.ts';
import type { Change, Mark } from '../data/marks.ts';
import type { Block, Child, Environment, Holder, Plan } from './types.ts';

/**
 * Creates a block with everything in it; nothing is drawn and no component is attached yet. Component
 * instances in it are created, children before what comes after them in the document.
 */
export function createBlock(plan: Plan, environment: Environment, row: Row | undefined, holder: Holder): Block {
  const values = evaluateAll(plan, environment, row);
  const holes = plan.holes;
  for (let hole = 0; hole < holes; hole += 1) {
    const value = values[hole];
    // Most are text, and an interpreter pays for every question.
    if (typeof value === 'string') continue;
    // Data is changed in place, so only a copy can tell later whether what is drawn still holds.
    if (typeof value === 'object' && value !== null) values[hole] = copyForView(value);
    else if (typeof value === 'number' && !Number.isFinite(value)) values[hole] = String(value);
  }
  const block: Block = { id: 0, plan, environment, row, values, children: undefined, holder, reached: unreached };
  const makers = plan.makers;
  if (makers.length > 0) {
    const children: Child[] = [];
    for (let at = 0; at < makers.length; at += 1) {
      const make = makers[at];
      if (make !== undefined) children.push(make(block));
    }
    block.children = children;
  }
  return block;
}

/** All values of a block; `previous` itself when they are known to be those. */
function evaluateAll(plan: Plan, environment: Environment, row: Row | undefined, previous?: unknown[]): unknown[] {
  try {
    return plan.type.values(environment.data, row, environment.modules, previous);
  } catch {
    // A WXS function threw. One value at a time, so that only its own place stays empty.
    const values: unknown[] = [];
    for (let at = 0; at < plan.type.value.length; at += 1) values.push(evaluate(plan, environment, row, at));
    return values;
  }
}

function evaluate(plan: Plan, environment: Environment, row: Row | undefined, at: number): unknown {
  try {
    return plan.type.value[at]?.(environment.data, row, environment.modules);
  } catch (error) {
    environment.page.surroundings.failed(`an expression of ${plan.unit.file}`, error);
    return undefined;
  }
}

/** Runs an expression of an anchor; what it throws is reported and gives undefined. */
export function evaluateFor<Value>(
  block: Block,
  expression: (data: Environment['data'], row: Row | undefined, modules: Environment['modules']) => Value,
): Value | undefined {
  try {
    return expression(block.environment.data, block.row, block.environment.modules);
  } catch (error) {
    block.environment.page.surroundings.failed(`an expression of ${block.plan.unit.file}`, error);
    return undefined;
  }
}

/** The value a `Bound` has in this block right now. */
export function boundValue(block: Block, bound: Bound): unknown {
  return 'at' in bound ? block.values[bound.at] : bound.value;
}

/** `reached` of a block that is attached. */
const everyNode = 1_000_000_000;
/** `reached` of a new block. */
const unreached = -2;
/** `reached` of a block that nothing holds any more: what happens in it is not heard outside. */
export const outOfTree = -3;

let stamp = 0;
const noLocals: readonly number[] = [];

/** Evaluates what depends on `change` in this block and everything below, and nothing else. */
export function updateBlock(block: Block, change: Change): void {
  const plan = block.plan;
  if (change.rows?.item?.whole === true && !plan.hasComponents) {
    refreshBlock(block, change);
    return;
  }
  stamp += 1;
  const values: number[] = [];
  const nodes: number[] = [];
  collectReads(plan, plan.type.reads, change, values, nodes);
  let locals = noLocals;
  for (let at = 0; at < values.length; at += 1) {
    const index = values[at];
    if (index === undefined) continue;
    const next = evaluate(plan, block.environment, block.row, index);
    if (index < plan.holes) writeHole(block, index, next);
    else block.values[index] = next;
    // A property is handed on also when it is what it was: the component may have set it to something else since,
    // and its observers hear of every assignment.
    const place = plan.placeOfLocal[index];
    if (place === undefined) continue;
    locals = locals === noLocals ? [index] : [...locals, index];
    if (plan.childStamps[place] !== stamp) {
      plan.childStamps[place] = stamp;
      nodes.push(place);
    }
  }
  const children = block.children;
  if (children === undefined || nodes.length === 0) return;
  // Document order, whatever order the paths came in.
  if (nodes.length > 1) nodes.sort(ascending);
  for (let at = 0; at < nodes.length; at += 1) children[nodes[at] ?? -1]?.update(change, locals);
}

const ascending = (one: number, other: number): number => one - other;

/** The item of the row was replaced: all values at once are cheaper than one by one. */
export function refreshBlock(block: Block, change: Change): void {
  const { plan, values, children } = block;
  const fresh = evaluateAll(plan, block.environment, block.row, values);
  // Most rows of a list that was set as a whole are what they were.
  if (fresh !== values) takeValues(block, fresh);
  if (children === undefined) return;
  for (let at = 0; at < children.length; at += 1) children[at]?.update(change, noLocals);
}

function takeValues(block: Block, fresh: readonly unknown[]): void {
  const values = block.values;
  const holes = block.plan.holes;
  for (let at = 0; at < fresh.length; at += 1) {
    const value = fresh[at];
    if (value === values[at]) continue;
    if (at < holes) writeHole(block, at, value);
    else values[at] = value;
  }
}

/** Writes a hole and tells the view, unless what is drawn still holds. */
function writeHole(block: Block, hole: number, given: unknown): void {
  const previous = block.values[hole];
  // NaN and infinity have no JSON: they travel as the text that is drawn.
  const next = typeof given === 'number' && !Number.isFinite(given) ? String(given) : given;
  if (next === previous) return;
  if (typeof next === 'object' && next !== null) {
    if (sameData(next, previous)) return;
    block.values[hole] = copyForView(next);
  } else block.values[hole] = next;
  block.environment.page.patch(block, hole);
}

function collectReads(plan: Plan, reads: Dependencies, change: Change, values: number[], places: number[]): void {
  if (change.data !== undefined && reads.data !== undefined) collect(plan, reads.data, change.data, values, places);
  if (reads.rows === undefined) return;
  let row = change.rows;
  for (let outwards = 0; outwards < reads.rows.length && row !== undefined; outwards += 1) {
    const read = reads.rows[outwards];
    if (read !== undefined) {
      if (row.item !== undefined && read.item !== undefined) collect(plan, read.item, row.item, values, places);
      if (row.index && read.index !== undefined) collectBelow(plan, read.index, values, places);
    }
    row = row.up;
  }
}

function collect(plan: Plan, reads: Reads, mark: Mark, values: number[], places: number[]): void {
  if (mark.whole) {
    collectBelow(plan, reads, values, places);
    return;
  }
  if (mark.members === undefined) return;
  take(plan, reads, values, places);
  const members = reads.members;
  if (members === undefined) return;
  // Interpreted, `forEach` is several times cheaper than going over the entries.
  mark.members.forEach((below, key) => {
    const member = members[key];
    if (member !== undefined) collect(plan, member, below, values, places);
  });
}

function collectBelow(plan: Plan, reads: Reads, values: number[], places: number[]): void {
  take(plan, reads, values, places);
  const members = reads.members;
  if (members === undefined) return;
  for (const key in members) {
    const member = members[key];
    if (member !== undefined) collectBelow(plan, member, values, places);
  }
}

function take(plan: Plan, reads: Reads, values: number[], places: number[]): void {
  if (reads.values !== undefined) {
    for (let at = 0; at < reads.values.length; at += 1) {
      const index = reads.values[at];
      if (index !== undefined && plan.valueStamps[index] !== stamp) {
        plan.valueStamps[index] = stamp;
        values.push(index);
      }
    }
  }
  if (reads.children === undefined) return;
  for (let at = 0; at < reads.children.length; at += 1) {
    const place = plan.placeOfNode[reads.children[at] ?? -1];
    if (place !== undefined && plan.childStamps[place] !== stamp) {
      plan.childStamps[place] = stamp;
      places.push(place);
    }
  }
}

/** Draws a block and everything in it, before sibling `before` (0 = at the end). */
export function drawBlock(block: Block, parent: number, node: number, before: number): void {
  block.environment.page.mount(block, parent, node, before);
  const children = block.children;
  if (children === undefined) return;
  for (let at = 0; at < children.length; at += 1) children[at]?.draw();
}

/** Takes a drawn block off the page; it can be drawn again. */
export function removeBlock(block: Block): void {
  if (block.id === 0) return;
  block.environment.page.unmount(block);
  undrawBlock(block);
}

/** Forgets the ids of a block whose surroundings were taken off the page. */
export function undrawBlock(block: Block): void {
  if (block.id === 0) return;
  block.environment.page.forget(block);
  const children = block.children;
  if (children === undefined) return;
  for (let at = 0; at < children.length; at += 1) children[at]?.undraw();
}

/** What comes into a new block from now on is attached at once, unless it stands in an element that is yet to be. */
export function reachBlock(block: Block): void {
  if (block.reached === unreached) block.reached = -1;
}

/** Runs attached in a new block, top down in document order. */
export function attachBlock(block: Block): void {
  const children = block.children;
  if (children === undefined) return;
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at];
    if (child === undefined) continue;
    block.reached = child.node;
    child.attach();
  }
  block.reached = everyNode;
}

/** True when what comes into an anchor is attached at once: `attached` has come by where it stands. */
export function isAttached({ block, node }: Child): boolean {
  return block.environment.owner.attached && (block.plan.type.parents[node] ?? -1) <= block.reached;
}

/** Runs detached in a block that will not come back. It is the top of what has been taken out of the tree. */
export function endBlock(block: Block): void {
  block.reached = outOfTree;
  detachBlock(block);
}

/** Runs detached in a block of what will not come back. What program code may still make in it is not attached. */
export function detachBlock(block: Block): void {
  if (block.reached > unreached) block.reached = unreached;
  const children = block.children;
  if (children === undefined) return;
  for (let at = 0; at < children.length; at += 1) children[at]?.detach();
}

/** Runs moved in a block. */
export function moveBlock(block: Block): void {
  const children = block.children;
  if (children === undefined) return;
  for (let at = 0; at < children.length; at += 1) children[at]?.move();
}

/** True when a block with these reads has to look at `change`. */
export function isTouched(reads: Dependencies, change: Change, rowsSkipped: number): boolean {
  if (change.data !== undefined && reads.data !== undefined && meets(reads.data, change.data)) return true;
  if (reads.rows === undefined) return false;
  let row = change.rows;
  for (let outwards = rowsSkipped; outwards < reads.rows.length && row !== undefined; outwards += 1) {
    const read = reads.rows[outwards];
    if (read?.item !== undefined && row.item !== undefined && meets(read.item, row.item)) return true;
    if (read?.index !== undefined && row.index) return true;
    row = row.up;
  }
  return false;
}

function meets(reads: Reads, mark: Mark): boolean {
  if (mark.whole) return true;
  if (mark.members === undefined) return false;
  if (reads.values !== undefined || reads.children !== undefined) return true;
  if (reads.members === undefined) return false;
  for (const [key, below] of mark.members) {
    const member = reads.members[key];
    if (member !== undefined && meets(member, below)) return true;
  }
  return false;
}
