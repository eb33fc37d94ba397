import { type Manifest, manifestSchema } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import type { HostAbout, HostEvent, LogPostLine, Preferences, ProgramListing } from '../web/messages.ts';
import { eventTexts } from './event-texts.ts';

/** The host behind this page. Every call carries the token that the page was served with. */
export interface HostApi {
  readonly token: string;
  /** Offers `window.terrarium` and inspection of programs. */
  readonly development: boolean;
  programs(): Promise<readonly ProgramListing[]>;
  /** From the host, not from the player: the gate decides by it. */
  manifest(appId: string): Promise<{ readonly digest: string; readonly manifest: Manifest }>;
  about(): Promise<HostAbout>;
  preferences(): Promise<Preferences>;
  savePreferences(preferences: Preferences): Promise<void>;
  log(appId: string, lines: readonly LogPostLine[]): Promise<void>;
  /** Calls `onEvent` for each event and `onState` when the stream opens or breaks; reconnects. Returns its undo. */
  watch(onEvent: (event: HostEvent) => void, onState: (connected: boolean) => void): () => void;
}

const manifestAnswer = v.object({ digest: v.string(), manifest: manifestSchema });
const reconnectMs = 1_000;

export function createHostApi(page: Document): HostApi {
  const token = page.querySelector('meta[name="terrarium-token"]')?.getAttribute('content') ?? '';
  const headers = { authorization: `Bearer ${token}` };

  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await fetch(path, { ...init, headers: { ...headers, 'content-type': 'application/json' } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  };
  const read = async <T>(path: string): Promise<T> => (await ask(path)).json();

  return {
    token,
    development: page.querySelector('meta[name="terrarium-development"]') !== null,
    programs: () => read('/api/programs'),
    manifest: async (appId) => v.parse(manifestAnswer, await read(`/api/programs/${appId}/manifest`)),
    about: () => read('/api/about'),
    preferences: () => read('/api/preferences'),
    async savePreferences(preferences) {
      await ask('/api/preferences', { method: 'PUT', body: JSON.stringify(preferences) });
    },
    async log(appId, lines) {
      await ask('/api/log', { method: 'POST', body: JSON.stringify({ appId, lines }) });
    },
    watch(onEvent, onState) {
      const abort = new AbortController();
      const follow = async (): Promise<void> => {
        while (!abort.signal.aborted) {
          try {
            const answer = await fetch('/api/events', { headers, signal: abort.signal });
            // Another process answers: its page carries its token.
            if (answer.status === 401) page.location.reload();
            if (!answer.ok || answer.body === null) throw new Error(`/api/events answered ${answer.status}`);
            onState(true);
            for await (const text of eventTexts(answer.body)) onEvent(JSON.parse(text));
          } catch {
            // Stopped by us, or the host is gone: the loop decides.
          }
          if (abort.signal.aborted) return;
          onState(false);
          await new Promise((resolve) => setTimeout(resolve, reconnectMs));
        }
      };
      void follow();
      return () => abort.abort();
    },
  };
}
