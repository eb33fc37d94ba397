import type { ViewEvent } from '../../protocol/messages.ts';
import type { PageOperations } from '../blocks/page-operations.ts';
import type { Block } from '../blocks/types.ts';
import type { Calls } from '../calls.ts';
import { isObject } from '../intrinsics.ts';
import type { Reporter } from '../reporter.ts';
import { dispatchEvent } from './dispatch.ts';
import { eventPath } from './event-path.ts';
import { formFields } from './form-fields.ts';
import { writeModels } from './model-input.ts';

const nowhere = [0, 0] as const;

/**
 * An event the view reports. One for a block that has gone in the meantime is dropped. `tell` sends what a handler of
 * `input` returns: the field takes it in place of what was written.
 */
export function receiveViewEvent(
  page: PageOperations,
  reporter: Reporter,
  event: ViewEvent,
  tell: Calls['tell'],
): void {
  const block = page.blocks.get(event.block);
  if (block === undefined || block.plan.type.parents[event.node] === undefined) return;
  const path = eventPath(block, event.node, true);
  // Read now: handlers may change their detail.
  const written = event.type === 'input' && isObject(event.detail) ? String(event.detail.value) : undefined;
  writeModels(block, event.node, event.type, event.detail);
  dispatchEvent(reporter, {
    path,
    facts: {
      type: event.type,
      timeStamp: event.timeStamp,
      detail: event.type === 'submit' ? submitted(block, event) : (event.detail ?? {}),
      own: ownFacts(event),
      touches: event.touches,
      changedTouches: event.changedTouches,
      offset: (at: Block, node: number) => offsetOf(event, at, node),
    },
    bubbles: event.bubbles,
    captures: event.bubbles,
    answered: written === undefined ? undefined : (answer) => answerInput(event, written, answer, tell),
  });
}

/** A handler answers with a text, or with `{value, cursor}`; whatever else it returns means nothing. */
function answerInput(event: ViewEvent, written: string, answer: unknown, tell: Calls['tell']): void {
  const { page, block, node } = event;
  const { value, cursor } = isObject(answer) ? answer : { value: answer, cursor: undefined };
  if (typeof value !== 'string') return;
  const said = { page, block, node, written, value };
  if (typeof cursor === 'number' && cursor >= 0) tell('answerInput', { ...said, cursor });
  // A field that says already what is answered has nothing to change.
  else if (value !== written) tell('answerInput', said);
}

/** A map's `regionchange` is a `begin` or an `end` to its handler, and says by what. */
function ownFacts({ type, detail }: ViewEvent): Record<string, unknown> | undefined {
  if (type !== 'regionchange' || !isObject(detail)) return undefined;
  return { type: detail.type, causedBy: detail.causedBy };
}

/** A form's values, with those of the program's own fields. */
function submitted(block: Block, { node, detail }: ViewEvent): unknown {
  if (!isObject(detail) || !isObject(detail.value)) return detail ?? {};
  return { ...detail, value: { ...detail.value, ...formFields(block, node) } };
}

function offsetOf(event: ViewEvent, block: Block, node: number): readonly [number, number] {
  for (const offset of event.offsets) {
    if (offset.block === block.id && offset.node === node) return [offset.left, offset.top];
  }
  return nowhere;
}
