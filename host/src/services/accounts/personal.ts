import type { Secrets } from '../secrets/index.ts';

/** What of a person is kept sealed, and what it is looked up by instead. */
export interface Personal {
  /** Finds a phone number without telling it. */
  phoneMac(full: string): string;
  seal(what: PersonalPart, text: string): string;
  open(what: PersonalPart, sealed: string): string;
}

export type PersonalPart = 'phone' | 'nickname' | 'avatar' | 'device' | 'text message';

export const createPersonal = (secrets: Secrets): Personal => ({
  phoneMac: (full) => secrets.mac('phone', full),
  seal: (what, text) => secrets.seal(what, text),
  open: (what, sealed) => secrets.open(what, sealed),
});
