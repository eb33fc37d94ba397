import { createServiceClient } from '../providers/index.ts';
import { hostApi } from './host.ts';

/** The signed-in person's token, for as long as this page lives; `account.ts` puts it here. */
let token: string | undefined;

export const sessionToken = (): string | undefined => token;

export function setSessionToken(next: string | undefined): void {
  token = next;
}

/** `fetch` in the name of whoever is signed in. */
export const fetchSignedIn: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  if (token !== undefined) headers.set('x-terrarium-session', token);
  return fetch(input, { ...init, headers });
};

export const services = createServiceClient({
  fetch: (input, init) => fetch(input, init),
  token: hostApi.token,
  session: sessionToken,
});
