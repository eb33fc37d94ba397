import { TerrariumError } from '../protocol/index.ts';
import { checkMessage, type MessageLimits } from './message-check.ts';

/**
 * The guest's way out, with credits. A turn may start only while the player has room, and may then send a
 * bounded number of messages and bytes; so what waits unread on the player's side is bounded, whatever a
 * program does, and nothing that was sent is lost.
 */
export interface Outbox {
  /** Posts one message. Throws `LIMIT_MESSAGE` or `LIMIT_RATE`. */
  send(text: string): void;
  /** The player has dealt with `count` messages. */
  acknowledge(count: number): void;
  /** A new turn begins. */
  startTurn(): void;
  /** True while no turn may start. */
  readonly full: boolean;
}

export interface OutboxLimits extends MessageLimits {
  /** Messages sent and not yet acknowledged before the program waits; also the most that one turn may send. */
  readonly credits: number;
}

/** `post` hands a checked text to the player. */
export function createOutbox(limits: OutboxLimits, post: (text: string) => void): Outbox {
  /** Sizes of the messages under way, oldest first. */
  const underWay: number[] = [];
  let underWaySize = 0;
  let turnCount = 0;
  let turnSize = 0;
  return {
    send(text) {
      checkMessage(text, limits);
      if (turnCount >= limits.credits || turnSize + text.length > limits.messageBytes) {
        throw new TerrariumError(
          'LIMIT_RATE',
          `one turn sent more than ${limits.credits} messages or ${limits.messageBytes} bytes: send less at once`,
        );
      }
      turnCount += 1;
      turnSize += text.length;
      underWay.push(text.length);
      underWaySize += text.length;
      post(text);
    },
    acknowledge(count) {
      for (const size of underWay.splice(0, Math.max(0, count))) underWaySize -= size;
    },
    startTurn() {
      turnCount = 0;
      turnSize = 0;
    },
    get full() {
      return underWay.length >= limits.credits || underWaySize > limits.messageBytes;
    },
  };
}
