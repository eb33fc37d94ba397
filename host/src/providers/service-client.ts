import * as v from 'valibot';

/** What a service answered, or why not. `code` is the service's own word; `UNREACHABLE` when nobody answered. */
export type ServiceAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly status: number; readonly code: string; readonly message: string };

export interface ServiceRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: object;
}

/** How long the services may take for one answer before they count as gone. */
export const answerMs = 15_000;

/** The services behind the shell, asked in the name of whoever is signed in. Never rejects. */
export interface ServiceClient {
  /** `path` begins behind `/api`. The answer is checked and stripped; one that does not fit counts as none. */
  ask<Schema extends v.GenericSchema>(
    path: string,
    answer: Schema,
    request?: ServiceRequest,
  ): Promise<ServiceAnswer<v.InferOutput<Schema>>>;
}

export interface ServiceClientOptions {
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  readonly token: string;
  /** The signed-in person's token; undefined when nobody is signed in. */
  readonly session: () => string | undefined;
  /** Default: the page's own origin. */
  readonly address?: string;
  /** Default: `answerMs`. */
  readonly timeoutMs?: number | undefined;
}

export const noAnswer = v.optional(v.unknown());

const problem = v.object({ code: v.string(), message: v.string() });

export function createServiceClient(options: ServiceClientOptions): ServiceClient {
  const { fetch, token, session, address = '', timeoutMs = answerMs } = options;
  return {
    async ask(path, answer, { method = 'GET', body } = {}) {
      const signedIn = session();
      const headers = {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(signedIn !== undefined && { 'x-terrarium-session': signedIn }),
      };
      try {
        const response = await fetch(`${address}/api${path}`, {
          ...{ method, headers, body: body && JSON.stringify(body) },
          signal: AbortSignal.timeout(timeoutMs),
        });
        const text = await response.text();
        const value: unknown = text === '' ? undefined : JSON.parse(text);
        if (response.ok) return { ok: true, value: v.parse(answer, value) };
        const said = v.safeParse(problem, value);
        const { code, message } = said.success ? said.output : { code: 'INTERNAL', message: '' };
        return { ok: false, status: response.status, code, message };
      } catch {
        return { ok: false, status: 0, code: 'UNREACHABLE', message: 'The host does not answer.' };
      }
    },
  };
}
