import * as v from 'valibot';
import { noAnswer } from '../../providers/index.ts';
import { services, sessionToken, setSessionToken } from '../services.ts';
import { useShell } from '../store.ts';

/** Where this browser keeps who is signed in; `out` once somebody has signed out. */
const place = 'terrarium.session';
const out = 'out';

const signedIn = v.object({ token: v.string(), expiresAt: v.number() });
const outcome = v.union([signedIn, v.object({ challenge: v.string() })]);
const accountSchema = v.object({
  id: v.string(),
  publicId: v.string(),
  country: v.string(),
  /** With the middle hidden. */
  phone: v.string(),
  nickname: v.string(),
  /** A data URL, or empty. */
  avatar: v.string(),
  realNameGiven: v.boolean(),
});
export type Account = v.InferOutput<typeof accountSchema>;

const deviceSchema = v.object({
  id: v.string(),
  device: v.string(),
  createdAt: v.number(),
  seenAt: v.number(),
  current: v.boolean(),
});
export type SignedInDevice = v.InferOutput<typeof deviceSchema>;

/** A number as a person types it. */
export interface TypedPhone {
  readonly country: string;
  readonly phone: string;
}

/** Undefined when it worked; else what to tell the person, as the code of the services. */
export type Outcome = { readonly code: string; readonly message: string } | undefined;

/** What this device is called in the list of sessions. */
const device = /Electron/.test(navigator.userAgent) ? 'Terrarium desktop' : 'Browser';

/** Signs in whoever was signed in here, else the local user where development has one. */
export async function startSession(): Promise<void> {
  const kept = localStorage.getItem(place) ?? undefined;
  if (kept === out) {
    useShell.setState({ account: null });
    return;
  }
  if (kept === undefined) {
    await enterAsLocalUser();
    return;
  }
  // A session that was ended elsewhere is not replaced by somebody else's: the person chooses.
  setSessionToken(kept);
  await refreshAccount();
}

/** The local user of development. Says false where there is none. */
export async function enterAsLocalUser(): Promise<boolean> {
  setSessionToken(undefined);
  const answer = await services.ask('/local-session', signedIn, { method: 'POST', body: { device } });
  if (answer.ok) return enter(answer.value.token);
  useShell.setState({ account: null });
  return false;
}

/** Asks who is signed in. False when nobody is. */
export async function refreshAccount(): Promise<boolean> {
  const answer = await services.ask('/accounts/me', accountSchema);
  if (answer.ok) useShell.setState({ account: answer.value });
  else if (answer.status === 401) useShell.setState({ account: null });
  return answer.ok;
}

async function enter(token: string): Promise<boolean> {
  setSessionToken(token);
  localStorage.setItem(place, token);
  return refreshAccount();
}

/** Ends this session here and at the services. */
export async function endSession(): Promise<void> {
  const current = (await devices()).find((one) => one.current);
  if (current !== undefined) await revokeDevice(current.id);
  setSessionToken(undefined);
  localStorage.setItem(place, out);
  useShell.setState({ account: null });
}

export function sendCode(phone: TypedPhone, purpose: 'enter' | 'reset-password'): Promise<Outcome> {
  return send('/accounts/codes', { ...phone, purpose });
}

export async function signUp(
  given: TypedPhone & { code: string; password: string; nickname: string },
): Promise<Outcome> {
  const answer = await services.ask('/accounts/sign-up', signedIn, { method: 'POST', body: { ...given, device } });
  if (!answer.ok) return answer;
  await enter(answer.value.token);
  return undefined;
}

/** With a password or a code; the challenge of a second factor when there is one. */
export async function signIn(
  given: TypedPhone & ({ password: string } | { code: string }),
): Promise<Outcome | { readonly challenge: string }> {
  const path = 'password' in given ? '/accounts/sign-in/password' : '/accounts/sign-in/code';
  const answer = await services.ask(path, outcome, { method: 'POST', body: { ...given, device } });
  if (!answer.ok) return answer;
  if ('challenge' in answer.value) return answer.value;
  await enter(answer.value.token);
  return undefined;
}

export async function answerChallenge(challenge: string, code: string): Promise<Outcome> {
  const body = { challenge, code, device };
  const answer = await services.ask('/accounts/sign-in/second-factor', signedIn, { method: 'POST', body });
  if (!answer.ok) return answer;
  await enter(answer.value.token);
  return undefined;
}

export async function changeProfile(change: { nickname?: string; avatar?: string }): Promise<Outcome> {
  const failed = await send('/accounts/me', change, 'PUT');
  if (failed === undefined) await refreshAccount();
  return failed;
}

export async function devices(): Promise<readonly SignedInDevice[]> {
  if (sessionToken() === undefined) return [];
  const answer = await services.ask('/accounts/sessions', v.array(deviceSchema));
  return answer.ok ? answer.value : [];
}

export function revokeDevice(id: string): Promise<Outcome> {
  return send(`/accounts/sessions/${id}`, undefined, 'DELETE');
}

export async function countries(): Promise<readonly { readonly country: string; readonly callingCode: string }[]> {
  const schema = v.array(v.object({ country: v.string(), callingCode: v.string() }));
  const answer = await services.ask('/accounts/countries', schema);
  return answer.ok ? answer.value : [];
}

/** What the simulated phone of a number shows, newest first. */
export async function phoneMessages(
  phone: TypedPhone,
): Promise<readonly { readonly text: string; readonly at: number }[]> {
  const schema = v.array(v.object({ text: v.string(), at: v.number() }));
  const answer = await services.ask('/accounts/phone-simulator', schema, { method: 'POST', body: phone });
  return answer.ok ? answer.value : [];
}

async function send(path: string, body?: object, method: 'POST' | 'PUT' | 'DELETE' = 'POST'): Promise<Outcome> {
  const answer = await services.ask(path, noAnswer, { method, ...(body && { body }) });
  return answer.ok ? undefined : answer;
}
