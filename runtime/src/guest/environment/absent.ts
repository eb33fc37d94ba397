import { defineProperty } from '../intrinsics.ts';

const names = `
  window document frames self location navigator localStorage history screen alert confirm prompt fetch
  XMLHttpRequest WebSocket`;

/**
 * A browser's globals, which programs do not have. In WeChat their names are bound, to undefined, so that code made
 * for both may mention them: `typeof` says the same, and a bare mention does not throw.
 */
export function defineAbsent(realm: object): void {
  for (const name of names.trim().split(/\s+/)) {
    defineProperty(realm, name, { value: undefined, writable: true, configurable: true, enumerable: false });
  }
}
