import type { ComponentState } from '../component/component-state.ts';
import { isObject } from '../intrinsics.ts';
import { dispatchEvent } from './dispatch.ts';
import { eventPath } from './event-path.ts';

const nowhere = [0, 0] as const;

/** `triggerEvent(name, detail, {bubbles, composed, capturePhase})`: an event at the component's host element, now. */
export function triggerEvent(state: ComponentState, name: unknown, detail: unknown, options: unknown): void {
  const host = state.host;
  // A page has no element around it that could listen.
  if (host === undefined || !host.listens) return;
  const given = isObject(options) ? options : {};
  const bubbles = given.bubbles === true;
  const composed = given.composed === true;
  dispatchEvent(state.surroundings.reporter, {
    path: eventPath(host.block, host.node, composed),
    pathFrom: ({ block, node }) => eventPath(block, node, composed),
    facts: {
      type: String(name),
      timeStamp: state.surroundings.elapsedMs(),
      detail: detail === undefined ? {} : detail,
      offset: () => nowhere,
    },
    bubbles,
    captures: given.capturePhase === true,
  });
}
