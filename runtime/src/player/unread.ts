import type { Sandbox } from '../sandbox/index.ts';

/** Messages that were sent to a guest and that it has not said it took, in order: what bounds a queue nobody sees. */
export interface Unread {
  add(characters: number): void;
  /** The oldest was taken. */
  take(): void;
  /** More wait than may. */
  readonly full: boolean;
  /**
   * The same sandbox, whose guest gets no credit while this is full: it runs no further turn, so that it cannot send
   * faster than it is read.
   */
  holdBack(sandbox: Sandbox): Sandbox;
}

export function createUnread(most: { readonly messages: number; readonly characters: number }): Unread {
  const sizes: number[] = [];
  let characters = 0;
  let held = 0;
  let release = (): void => undefined;
  const isFull = (): boolean => sizes.length > most.messages || characters > most.characters;
  return {
    add(size) {
      sizes.push(size);
      characters += size;
    },
    take() {
      characters -= sizes.shift() ?? 0;
      release();
    },
    get full() {
      return isFull();
    },
    holdBack(sandbox) {
      release = () => {
        if (held === 0 || isFull()) return;
        const credit = held;
        held = 0;
        sandbox.acknowledge(credit);
      };
      return {
        ...sandbox,
        acknowledge(count) {
          held += count;
          release();
        },
      };
    },
  };
}
