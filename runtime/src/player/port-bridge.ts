import type { CallOutcome } from '../protocol/capabilities.ts';
import type { Json } from '../protocol/json.ts';
import type { FromPlayer, ToPlayer } from '../protocol/messages.ts';
import type { BridgeLink } from './bridge-link.ts';

/** A bridge link over the program's own port. */
export interface PortBridge extends BridgeLink {
  /** Takes the messages that answer calls or notify; false for every other kind. */
  receive(message: ToPlayer): boolean;
}

export function createPortBridge(post: (message: FromPlayer) => void): PortBridge {
  const waiting = new Map<number, (outcome: CallOutcome) => void>();
  const listeners = new Set<(name: string, data: Json) => void>();
  let lastId = 0;
  const answer = (id: number, outcome: CallOutcome) => {
    waiting.get(id)?.(outcome);
    waiting.delete(id);
  };
  return {
    call(name, params, gestureAgeMs, files) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        post({
          ...{ kind: 'request', id, name, params },
          ...(gestureAgeMs !== undefined && { gestureAgeMs }),
          ...(files && { files }),
        });
      });
    },
    onNotify(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    report: post,
    receive(message) {
      switch (message.kind) {
        case 'result':
          answer(message.id, { ok: true, result: message.result, files: message.files });
          return true;
        case 'error':
          answer(message.id, { ok: false, error: message.error });
          return true;
        case 'notify':
          for (const hear of listeners) hear(message.name, message.data);
          return true;
        default:
          return false;
      }
    },
  };
}
