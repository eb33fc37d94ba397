import type { GuestMessage } from '../protocol/messages.ts';
import type { DoorKind } from '../protocol/sandbox.ts';
import { stringify } from './intrinsics.ts';

/** The single function out of the guest. Of `canvas` alone an answer may be an ArrayBuffer. */
export type Door = (kind: DoorKind, text: string, bytes?: ArrayBuffer) => string;

/** A render message whose operations are plain arrays that were checked nowhere yet. */
export interface RenderDraft {
  readonly kind: 'render';
  readonly page: number;
  readonly batch: number;
  readonly operations: readonly unknown[];
}

/** An answer to `inspect`; the result is a copy that is plain data. */
export interface InspectedDraft {
  readonly kind: 'inspected';
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

export type OutgoingMessage = Exclude<GuestMessage, { kind: 'render' | 'inspected' }> | RenderDraft | InspectedDraft;

/** Gathers what the guest has to say and sends it once a turn. */
export interface Outbox {
  post(message: OutgoingMessage): void;
  /** Sends what has gathered, if anything. */
  send(): void;
}

/** Well below the door's limit for one text, so that a turn of many messages passes in several. */
const textLimit = 2 * 1024 * 1024;

/**
 * What is drawn leaves before what is asked: a selector query in `onShow`, or after a `setData`, must find the
 * nodes of the same turn.
 */
export function createOutbox(door: Door): Outbox {
  let renders: OutgoingMessage[] = [];
  let messages: OutgoingMessage[] = [];

  /** A message that cannot be text (a cycle, a BigInt) must not take the others with it. */
  const textOf = (message: OutgoingMessage): string | undefined => {
    try {
      return stringify(message);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return stringify({ kind: 'error', where: `sending ${message.kind}`, message: reason.slice(0, 1000), stack: '' });
    }
  };

  return {
    post(message) {
      if (message.kind === 'render') renders.push(message);
      else messages.push(message);
    },
    send() {
      if (renders.length === 0 && messages.length === 0) return;
      const sent = [...renders, ...messages];
      renders = [];
      messages = [];
      let text = '';
      for (let at = 0; at < sent.length; at += 1) {
        const message = sent[at];
        const one = message === undefined ? undefined : textOf(message);
        if (one === undefined) continue;
        if (text !== '' && text.length + one.length > textLimit) {
          door('send', `[${text}]`);
          text = '';
        }
        text = text === '' ? one : `${text},${one}`;
      }
      if (text !== '') door('send', `[${text}]`);
    },
  };
}
