import { defineProperty } from './intrinsics.ts';

/** Puts a global where programs expect it: writable and replaceable, like any other. */
export function defineGlobal(realm: object, name: string, value: unknown): void {
  defineProperty(realm, name, { value, writable: true, configurable: true, enumerable: true });
}
