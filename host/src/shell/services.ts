import { createServiceClient, type ServiceClient } from '../providers/index.ts';
import { hostApi } from './host.ts';

/** The signed-in person's token, for as long as this page lives; `account.ts` puts it here. */
let token: string | undefined;

let onSignedOut = (): void => undefined;

export const sessionToken = (): string | undefined => token;

export function setSessionToken(next: string | undefined): void {
  token = next;
}

/** `fetch` in the name of whoever is signed in. */
export const fetchSignedIn: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  if (token !== undefined) headers.set('x-terrarium-session', token);
  const asked = token;
  const answer = await fetch(input, { ...init, headers });
  if (answer.status === 401 && asked !== undefined && asked === token) onSignedOut();
  return answer;
};

const client = createServiceClient({
  fetch: (input, init) => fetch(input, init),
  token: hostApi.token,
  session: sessionToken,
});

/** Hears that the session has ended elsewhere: on another device, or by its age. */
export function watchSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** The services behind this shell, in the name of whoever is signed in. */
export const services: ServiceClient = {
  async ask(path, answer, request) {
    const asked = token;
    const answered = await client.ask(path, answer, request);
    if (!answered.ok && answered.code === 'SIGNED_OUT' && asked !== undefined && asked === token) onSignedOut();
    return answered;
  },
};
