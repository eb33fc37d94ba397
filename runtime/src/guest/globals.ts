import { defineProperty } from './intrinsics.ts';

/** Puts a global where programs expect it: writable and replaceable, like any other. */
export function defineGlobal(name: string, value: unknown): void {
  defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
}

/** Takes a global away again. */
export function removeGlobal(name: string): void {
  Reflect.deleteProperty(globalThis, name);
}
