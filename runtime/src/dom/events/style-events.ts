import type { NodeLocator } from '../node-locator.ts';
import type { PageFrame } from '../types.ts';
import type { EventEmitter } from './emitter.ts';

const types = ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const;

/** Raises the end of CSS transitions and the steps of CSS animations. Returns its undo. */
export function watchStyleEvents(frame: PageFrame, locator: NodeLocator, emitter: EventEmitter): () => void {
  const ends = new AbortController();
  const listener = (type: (typeof types)[number], event: TransitionEvent | AnimationEvent) => {
    const [target] = event.composedPath();
    if (!target || !('nodeType' in target) || !(target instanceof frame.window.Element)) return;
    const at = locator.locate(target);
    // Only what runs on the node itself: a component's inner parts animate by themselves.
    if (at && locator.element(at) === target) {
      emitter.bubble(type, at, { elapsedTime: event.elapsedTime });
    }
  };
  for (const type of types) {
    frame.document.addEventListener(type, (event) => listener(type, event), { signal: ends.signal });
  }
  return () => ends.abort();
}
