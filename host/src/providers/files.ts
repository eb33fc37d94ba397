import { type Providers, refuse, succeed } from '@terrarium/runtime';
import { type FileChange, fileEntrySchema } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import { toBase64 } from './base64.ts';
import { answerMs } from './service-client.ts';

export interface FilesClientOptions {
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  /** Bearer token of the services API. */
  readonly token: string;
  /** Origin of the API, without a slash at the end. Default: the page's own. */
  readonly address?: string | undefined;
  /** How long one request may take before it counts as failed. Default: `answerMs`. */
  readonly timeoutMs?: number | undefined;
}

const listing = v.object({ entries: v.array(fileEntrySchema) });
/** Bytes of a request that a browser still finishes while its page is closing. */
const keepaliveBytes = 60_000;

/** A program's files, kept by the services. The player sends its changes one after the other. */
export function filesProviders({
  fetch,
  token,
  address = '',
  timeoutMs = answerMs,
}: FilesClientOptions): Pick<Providers, 'listFiles' | 'readFilePart' | 'changeFiles'> {
  const ask = (appId: string, path: string, init: RequestInit = {}) =>
    fetch(`${address}/api/files/${encodeURIComponent(appId)}${path}`, {
      ...init,
      signal: AbortSignal.timeout(timeoutMs),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
  const unavailable = refuse('UNAVAILABLE', 'files are not available');
  return {
    async listFiles({ appId }) {
      try {
        const answer = await ask(appId, '');
        return answer.ok ? succeed(v.parse(listing, await answer.json())) : unavailable;
      } catch {
        return unavailable;
      }
    },
    async readFilePart({ appId, params: { path, from, length } }) {
      try {
        const query = new URLSearchParams({ path, from: String(from), length: String(length) });
        const answer = await ask(appId, `/content?${query}`);
        if (answer.status === 404) return refuse('BAD_ARGUMENT', 'no such file or directory', 1300002);
        return answer.ok ? succeed({ base64: toBase64(new Uint8Array(await answer.arrayBuffer())) }) : unavailable;
      } catch {
        return unavailable;
      }
    },
    async changeFiles({ appId, params: { changes } }) {
      try {
        const body = JSON.stringify({ changes } satisfies { changes: FileChange[] });
        const answer = await ask(appId, '', { method: 'POST', body, keepalive: body.length < keepaliveBytes });
        if (answer.status === 413) {
          return refuse('LIMIT_STORAGE', 'the maximum size of the file storage limit is exceeded', 1300202);
        }
        if (answer.status === 409) return refuse('BAD_ARGUMENT', 'no such file or directory', 1300002);
        return answer.ok ? succeed({}) : unavailable;
      } catch {
        return unavailable;
      }
    },
  };
}
