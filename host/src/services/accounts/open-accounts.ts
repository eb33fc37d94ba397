import type { Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';
import { type CodeSender, type Codes, createCodes, createPhoneInbox, type PhoneInbox } from './codes.ts';
import { createPaymentPin, type PaymentPin } from './payment-pin.ts';
import { createPersonal } from './personal.ts';
import { createProfiles, type Profiles } from './profiles.ts';
import { createRates } from './rates.ts';
import { createSecondFactor, type SecondFactor } from './second-factor.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSignIn, type SignIn } from './sign-in.ts';

export interface AccountsOptions {
  readonly store: SqlStore;
  readonly secrets: Secrets;
  readonly now: () => number;
  /** Default: the phone simulator's inbox. */
  readonly sender?: CodeSender | undefined;
}

/** People: who they are, how they sign in, what they told about themselves. */
export interface Accounts {
  readonly codes: Codes;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly secondFactor: SecondFactor;
  readonly paymentPin: PaymentPin;
  readonly profiles: Profiles;
  /** What the phone simulator shows. Empty when codes go to real phones. */
  readonly inbox: PhoneInbox;
}

export function openAccounts({ store, secrets, now, sender }: AccountsOptions): Accounts {
  const personal = createPersonal(secrets);
  const inbox = createPhoneInbox(store, personal, now);
  const count = createRates(store, secrets, now);
  const codes = createCodes({ store, secrets, personal, now, count, sender: sender ?? inbox });
  const sessions = createSessions(store, personal, now);
  const secondFactor = createSecondFactor(store, secrets, now);
  return {
    codes,
    sessions,
    secondFactor,
    inbox,
    signIn: createSignIn({ store, personal, now, codes, sessions, secondFactor, count }),
    paymentPin: createPaymentPin(store, now),
    profiles: createProfiles(store, secrets, now),
  };
}
