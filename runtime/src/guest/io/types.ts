import type { WxLink } from '../wx-link.ts';

export interface IoKit {
  readonly link: WxLink;
  /** JSON `[operation, what it takes]` for the worker's files; its JSON answer. */
  readonly files: (text: string) => string;
}

/** What the base library asks of networks and files: `wx` members by name. */
export interface IoLibrary {
  readonly members: Readonly<Record<string, (...values: unknown[]) => unknown>>;
}

export type CreateIoLibrary = (kit: IoKit) => IoLibrary;
