import type { Json } from '../protocol/index.ts';
import { isRecord, numberOf } from './flags.ts';
import { cssLength, inlineStyle } from './inline-style.ts';
import type { PaintClock } from './types.ts';

/** Plays what `wx.createAnimation().export()` made: `{actions: [{animates, option}]}`, one step after the other. */
export interface Animator {
  /** Starts over with `value`; anything that is no animation changes nothing. */
  play(element: HTMLElement, value: Json): void;
}

/** What the arguments of a transform function are. */
const transforms: ReadonlyMap<string, 'length' | 'angle' | 'number' | 'rotate3d'> = new Map([
  ...['translate', 'translateX', 'translateY', 'translateZ', 'translate3d'].map((name) => [name, 'length'] as const),
  ...['rotate', 'rotateX', 'rotateY', 'rotateZ', 'skew', 'skewX', 'skewY'].map((name) => [name, 'angle'] as const),
  ...['scale', 'scaleX', 'scaleY', 'scaleZ', 'scale3d', 'matrix', 'matrix3d'].map((name) => [name, 'number'] as const),
  ['rotate3d', 'rotate3d'],
]);
const properties = ['opacity', 'background-color', 'width', 'height', 'left', 'right', 'top', 'bottom'];
const timings = ['linear', 'ease', 'ease-in', 'ease-in-out', 'ease-out', 'step-start', 'step-end'];

export function createAnimator(clock: PaintClock): Animator {
  const running = new WeakMap<HTMLElement, () => void>();

  const run = (element: HTMLElement, steps: readonly Json[]): void => {
    const [step, ...later] = steps;
    if (!isRecord(step)) return;
    const option = isRecord(step.option) ? step.option : {};
    const transition = isRecord(option.transition) ? option.transition : {};
    const durationMs = Math.max(0, numberOf(transition.duration, 400));
    const delayMs = Math.max(0, numberOf(transition.delay, 0));
    const timing = timings.find((name) => name === transition.timingFunction) ?? 'linear';
    const functions: string[] = [];
    element.style.transition = `all ${durationMs}ms ${timing} ${delayMs}ms`;
    if (typeof option.transformOrigin === 'string') element.style.transformOrigin = option.transformOrigin;
    for (const animate of Array.isArray(step.animates) ? step.animates : []) {
      if (!isRecord(animate) || !Array.isArray(animate.args)) continue;
      const [name, value]: readonly Json[] = animate.args;
      if (animate.type !== 'style') functions.push(transformOf(animate.type, animate.args));
      else if (typeof name === 'string' && properties.includes(name)) {
        element.style.setProperty(name, inlineStyle(typeof value === 'number' ? String(value) : value));
      }
    }
    if (functions.length > 0) element.style.transform = functions.join(' ');
    if (later.length > 0)
      running.set(
        element,
        clock.after(durationMs + delayMs, () => run(element, later)),
      );
  };

  return {
    play(element, value) {
      if (!isRecord(value) || !Array.isArray(value.actions)) return;
      running.get(element)?.();
      run(element, value.actions);
    },
  };
}

/** Whether a name is a transform function. */
export const isTransform = (name: string): boolean => transforms.has(name);

/** One transform function as CSS; empty when it is none. */
export function transformOf(type: Json | undefined, args: readonly Json[]): string {
  const kind = typeof type === 'string' ? transforms.get(type) : undefined;
  if (!kind) return '';
  const written = args.map((arg, index) => {
    if (kind === 'length') return cssLength(arg) ?? '0px';
    if (kind === 'angle' || (kind === 'rotate3d' && index === 3)) return `${numberOf(arg, 0)}deg`;
    return String(numberOf(arg, 0));
  });
  return `${type}(${written.join(',')})`;
}
