import { defineProperty } from '../intrinsics.ts';
import { commandOf } from './commands.ts';

/** Something that commands are gathered for: a context, or a path. */
export interface Drawing {
  /** Where the next command is to be put. */
  commands(): unknown[];
}

/**
 * Gives a prototype methods whose arguments are all numbers: `name:count` words. Written out by count, because a loop
 * over arguments takes an interpreter several times as long.
 */
export function defineNumberMethods(prototype: object, words: string): void {
  for (const word of words.split(' ')) {
    const [name = '', count] = word.split(':');
    const command = commandOf(name);
    const value = numberMethod(command, Number(count));
    defineProperty(prototype, name, { value, writable: true, configurable: true, enumerable: true });
  }
}

/** What a program leaves out is NaN, and a call with NaN is ignored. */
export type NumberMethod = (this: Drawing, a: number, b: number, c: number, d: number, e: number, f: number) => void;

/** A method that puts its command and so many numbers. */
export function numberMethod(command: number, count: number): NumberMethod {
  switch (count) {
    case 0:
      return function () {
        this.commands().push(command);
      };
    case 1:
      return function (a) {
        this.commands().push(command, +a);
      };
    case 2:
      return function (a, b) {
        this.commands().push(command, +a, +b);
      };
    case 3:
      return function (a, b, c) {
        this.commands().push(command, +a, +b, +c);
      };
    case 4:
      return function (a, b, c, d) {
        this.commands().push(command, +a, +b, +c, +d);
      };
    case 5:
      return function (a, b, c, d, e) {
        this.commands().push(command, +a, +b, +c, +d, +e);
      };
    default:
      return function (a, b, c, d, e, f) {
        this.commands().push(command, +a, +b, +c, +d, +e, +f);
      };
  }
}

/** Path methods that contexts and paths share, and that take more than numbers. */
export const pathMethods = {
  arc(this: Drawing, x: unknown, y: unknown, radius: unknown, start: unknown, end: unknown, counter?: unknown): void {
    this.commands().push(arc, Number(x), Number(y), Number(radius), Number(start), Number(end), Boolean(counter));
  },
  ellipse(this: Drawing, ...values: unknown[]): void {
    const [x, y, across, down, turn, start, end, counter] = values;
    const numbers = [x, y, across, down, turn, start, end].map(Number);
    this.commands().push(ellipse, ...numbers, Boolean(counter));
  },
  roundRect(this: Drawing, x: unknown, y: unknown, width: unknown, height: unknown, radii?: unknown): void {
    const list = (Array.isArray(radii) ? radii : [radii ?? 0]).map(Number);
    this.commands().push(roundRect, Number(x), Number(y), Number(width), Number(height), list);
  },
};

export const pathNumbers = 'closePath:0 moveTo:2 lineTo:2 quadraticCurveTo:4 bezierCurveTo:6 arcTo:5 rect:4';

const arc = commandOf('arc');
const ellipse = commandOf('ellipse');
const roundRect = commandOf('roundRect');

/** Puts functions on a prototype, as own enumerable members: programs list and wrap them. */
export function defineMethods(prototype: object, methods: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(methods)) {
    defineProperty(prototype, name, { value: methods[name], writable: true, configurable: true, enumerable: true });
  }
}
