import { Refusal } from '../refusal.ts';

/** Countries one can sign up from: calling code, and what a mobile number looks like without it. */
const countries: ReadonlyMap<string, readonly [code: string, number: RegExp]> = new Map([
  ['AT', ['43', /^6\d{7,12}$/]],
  ['AU', ['61', /^4\d{8}$/]],
  ['BR', ['55', /^\d{2}9\d{8}$/]],
  ['CA', ['1', /^[2-9]\d{9}$/]],
  ['CH', ['41', /^7\d{8}$/]],
  ['CN', ['86', /^1[3-9]\d{9}$/]],
  ['DE', ['49', /^1[5-7]\d{8,9}$/]],
  ['ES', ['34', /^[67]\d{8}$/]],
  ['FR', ['33', /^[67]\d{8}$/]],
  ['GB', ['44', /^7\d{9}$/]],
  ['HK', ['852', /^[4-9]\d{7}$/]],
  ['IN', ['91', /^[6-9]\d{9}$/]],
  ['IT', ['39', /^3\d{8,9}$/]],
  ['JP', ['81', /^[789]0\d{8}$/]],
  ['KR', ['82', /^1\d{8,9}$/]],
  ['MY', ['60', /^1\d{8,9}$/]],
  ['NL', ['31', /^6\d{8}$/]],
  ['SG', ['65', /^[89]\d{7}$/]],
  ['TW', ['886', /^9\d{8}$/]],
  ['US', ['1', /^[2-9]\d{9}$/]],
]);

export const countryCodes = [...countries].map(([country, [callingCode]]) => ({ country, callingCode }));

export interface Phone {
  readonly country: string;
  /** Digits after `+`, without the number. */
  readonly callingCode: string;
  readonly number: string;
  /** `+` and all digits: what is stored and compared. */
  readonly full: string;
}

/** Reads what a person typed: spaces, dashes, a leading 0 and a repeated calling code are no part of it. Throws Refusal PHONE_INVALID. */
export function readPhone(country: string, typed: string): Phone {
  const found = countries.get(country);
  if (found === undefined) throw new Refusal(400, 'PHONE_INVALID', 'Choose a country from the list.');
  const [callingCode, pattern] = found;
  const digits = typed.replaceAll(/[\s().-]/g, '');
  const number = digits.replace(new RegExp(`^(\\+|00)${callingCode}`), '').replace(/^0/, '');
  if (!pattern.test(number)) throw new Refusal(400, 'PHONE_INVALID', 'This is not a mobile number of that country.');
  return { country, callingCode, number, full: `+${callingCode}${number}` };
}

/** The parts of a stored number. */
export function splitPhone(country: string, full: string): Phone {
  const callingCode = countries.get(country)?.[0] ?? '';
  return { country, callingCode, number: full.slice(1 + callingCode.length), full };
}
