/** Branded ids. A plain string or number cannot be passed where one of these is expected. */

declare const brand: unique symbol;
type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

/** Identity of a mini-program, for example `wx1234567890abcdef`. Lower-case letters, digits and dashes only: it becomes a host name. */
export type AppId = Brand<string, 'AppId'>;
/** One opened page. Numbered by the player from 1, never reused within a program. */
export type PageId = Brand<number, 'PageId'>;
/** One block instance. Numbered by the guest from 1 per page, never reused. 0 is the page itself. */
export type BlockId = Brand<number, 'BlockId'>;

const appIdPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** True when `text` can be an app id and therefore a host-name label. */
export function isAppId(text: string): text is AppId {
  return appIdPattern.test(text);
}

/** Brands a number that the player issued. */
export const pageId = (value: number): PageId => value as PageId;
/** Brands a number that the guest issued. */
export const blockId = (value: number): BlockId => value as BlockId;
/** The page itself, parent of its root block. */
export const pageRoot = blockId(0);
