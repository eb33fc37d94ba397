import { isObject } from '../intrinsics.ts';

/** One change of a step: a transform function or a style property with its arguments. */
interface Animate {
  readonly type: string;
  readonly args: readonly unknown[];
}

interface Action {
  readonly animates: readonly Animate[];
  readonly option: {
    readonly transformOrigin: unknown;
    readonly transition: { readonly duration: unknown; readonly timingFunction: unknown; readonly delay: unknown };
  };
}

const transforms =
  'matrix matrix3d rotate rotate3d rotateX rotateY rotateZ scale scale3d scaleX scaleY scaleZ skew skewX skewY translate translate3d translateX translateY translateZ';
/** Style property by method name. */
const styles = [
  ['opacity', 'opacity'],
  ['backgroundColor', 'background-color'],
] as const;
const lengths = ['width', 'height', 'left', 'right', 'top', 'bottom'];

/**
 * `wx.createAnimation`: collects steps and hands them out as `{actions: […]}`, the value of an `animation`
 * attribute. A step holds the transforms of the steps before it too, because a CSS transform replaces as a whole.
 */
export function createAnimation(given: unknown): Record<string, unknown> {
  const defaults = isObject(given) ? given : {};
  let actions: Action[] = [];
  let step: Animate[] = [];
  /** The last of each kind, in order of first use. */
  const current = new Map<string, Animate>();
  const animation: Record<string, unknown> = {};
  const change = (type: string, args: readonly unknown[]) => {
    step.push({ type, args });
    return animation;
  };
  for (const name of transforms.split(' ')) animation[name] = (...args: unknown[]) => change(name, args);
  for (const [name, property] of styles) animation[name] = (value: unknown) => change('style', [property, value]);
  for (const name of lengths) {
    animation[name] = (value: unknown) => change('style', [name, typeof value === 'number' ? `${value}px` : value]);
  }
  animation.step = (options: unknown) => {
    const own = isObject(options) ? options : {};
    for (const animate of step) {
      current.set(animate.type === 'style' ? `style.${String(animate.args[0])}` : animate.type, animate);
    }
    step = [];
    actions.push({
      animates: [...current.values()],
      option: {
        transformOrigin: own.transformOrigin ?? defaults.transformOrigin ?? '50% 50% 0',
        transition: {
          duration: own.duration ?? defaults.duration ?? 400,
          timingFunction: own.timingFunction ?? defaults.timingFunction ?? 'linear',
          delay: own.delay ?? defaults.delay ?? 0,
        },
      },
    });
    return animation;
  };
  animation.export = () => {
    const exported = { actions };
    actions = [];
    return exported;
  };
  return animation;
}
