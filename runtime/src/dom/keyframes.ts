import type { Json } from '../protocol/index.ts';
import { isTransform, transformOf } from './animation.ts';
import { isRecord, numberOf } from './flags.ts';
import { cssLength } from './inline-style.ts';

/** Keyframes on elements of a page, by Web Animations. What they led to stays until it is cleared. */
export interface KeyframePlayer {
  /** Resolves when it has ended or was cleared. */
  play(element: Element, frames: readonly Json[], durationMs: number): Promise<void>;
  /** `properties`: as programs name them; without, all of them. */
  clear(element: Element, properties?: readonly string[]): void;
}

const lengths = ['left', 'right', 'top', 'bottom', 'width', 'height'];
const easings = /^(linear|ease(-in|-out|-in-out)?|step-(start|end)|(cubic-bezier|steps)\([\w\s.,-]{1,80}\))$/;

export function createKeyframePlayer(): KeyframePlayer {
  const played = new WeakMap<Element, Set<Animation>>();
  return {
    async play(element, frames, durationMs) {
      const animation = element.animate(frames.map(keyframeOf), { duration: durationMs, fill: 'forwards' });
      const all = played.get(element) ?? new Set();
      played.set(element, all.add(animation));
      // What is cleared, or replaced by a later one, has ended as well.
      await animation.finished.catch(() => undefined);
    },
    clear(element, properties) {
      // The frame's own class: each window has one.
      const Effect = element.ownerDocument.defaultView?.KeyframeEffect;
      const names = properties?.map((name) => (isTransform(name) ? 'transform' : name));
      for (const animation of played.get(element) ?? []) {
        const { effect } = animation;
        if (names === undefined || Effect === undefined || !(effect instanceof Effect)) animation.cancel();
        else {
          const left = effect.getKeyframes().map(({ computedOffset: _, ...frame }) => {
            const kept = Object.entries(frame).filter(([name]) => !names.includes(name));
            return Object.fromEntries(kept);
          });
          effect.setKeyframes(left);
        }
      }
      if (names === undefined) played.delete(element);
    },
  };
}

/** One documented keyframe as the browser's; what is not documented, or no value of its kind, is left out. */
function keyframeOf(given: Json): Keyframe {
  const frame: Keyframe = {};
  if (!isRecord(given)) return frame;
  const functions: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (isTransform(name)) functions.push(transformOf(name, Array.isArray(value) ? value : [value]));
    else if (lengths.includes(name)) {
      const length = cssLength(value);
      if (length !== undefined) frame[name] = length;
    } else if (name === 'opacity') frame.opacity = numberOf(value, 1);
    else if (name === 'offset' && typeof value === 'number' && value >= 0 && value <= 1) frame.offset = value;
    else if (name === 'ease' && typeof value === 'string' && easings.test(value)) frame.easing = value;
    // Colours and origins reach nothing: what is none is dropped by the browser.
    else if (['backgroundColor', 'transformOrigin'].includes(name) && typeof value === 'string') frame[name] = value;
  }
  if (functions.length > 0) frame.transform = functions.join(' ');
  return frame;
}
