import { isFunction, isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { type Callback, failed, later, method } from './method.ts';

/**
 * What this runtime does not do yet. Every documented member exists, so that a program which only mentions one
 * keeps running; using one warns once, by name. Methods fail with `fail not supported`; sync members return the
 * emptiest value of their type, because programs do not expect them to throw.
 */
export function warnUnsupported(link: WxLink, name: string, effect: string): void {
  link.warn('UNSUPPORTED_API', `${name} is not supported yet: ${effect}.`);
}

/** Fails by callback or promise, whatever it is given. */
export function unsupportedMethod(link: WxLink, name: string): Callback {
  return method(link, name, (_options, settle) => {
    warnUnsupported(link, name, 'the call fails');
    later(settle, failed('fail not supported'));
  });
}

/** Emptiest values by name; the others return nothing. */
const emptyAnswers: ReadonlyMap<string, () => unknown> = new Map<string, () => unknown>([
  ['createBufferURL', () => ''],
  ['getBatteryInfoSync', () => ({})],
  ['getExptInfoSync', () => ({})],
  ['isVKSupport', () => false],
]);

export function unsupportedSync(link: WxLink, name: string): Callback {
  return () => {
    warnUnsupported(link, name, 'the call does nothing');
    return emptyAnswers.get(name)?.();
  };
}

/** A method that fails like any other but returns a handle at once, never a promise: `request` and kin. */
export function unsupportedTask(link: WxLink, name: string, handle: () => unknown): Callback {
  const call = unsupportedMethod(link, name);
  return (given) => {
    const options = isObject(given) ? given : {};
    const { complete } = options;
    // A `complete` is always there, so no promise is made that nobody would look at.
    call({ ...options, complete: isFunction(complete) ? complete : () => undefined });
    return handle();
  };
}

/** A sync method that must not seem to have worked. `name` is `member.method`. */
export function unsupportedThrow(link: WxLink, name: string): Callback {
  return () => {
    warnUnsupported(link, name, 'the call throws');
    throw new Error(`${name.slice(name.indexOf('.') + 1)}:fail not supported`);
  };
}
