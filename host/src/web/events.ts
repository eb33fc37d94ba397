import type { HostEvent } from './messages.ts';

/** Fans host events out to every open shell, as server-sent events. */
export interface EventStreams {
  publish(event: HostEvent): void;
  /** A response body that stays open until its reader leaves or `dispose`. */
  open(): ReadableStream<Uint8Array>;
  readonly size: number;
  dispose(): void;
}

export function createEventStreams(): EventStreams {
  const encoder = new TextEncoder();
  const readers = new Set<ReadableStreamDefaultController<Uint8Array>>();
  return {
    publish(event) {
      const bytes = encoder.encode(`data: ${JSON.stringify(event)}\n\n`);
      for (const reader of readers) reader.enqueue(bytes);
    },
    open() {
      let own: ReadableStreamDefaultController<Uint8Array> | undefined;
      return new ReadableStream({
        start(controller) {
          own = controller;
          readers.add(controller);
          // A first comment makes the client see at once that it is connected.
          controller.enqueue(encoder.encode(': open\n\n'));
        },
        cancel() {
          if (own !== undefined) readers.delete(own);
        },
      });
    },
    get size() {
      return readers.size;
    },
    dispose() {
      for (const reader of readers) reader.close();
      readers.clear();
    },
  };
}
