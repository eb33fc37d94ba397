/**
 * Every error that may cross a zone, grouped by blame. The comment after a code says when it occurs.
 * A message built on one of these says what happened, where (file, path or limit), and what to do next.
 */

/** The program's doing: its author can mend it. */
export const guestErrorCodes = [
  'COMPILE', // a source file of the program cannot be compiled
  'MANIFEST', // app.json, page.json or manifest.json is missing or malformed
  'SCRIPT', // an uncaught exception in the program's JavaScript
  'MODULE', // require() or import of something the package does not hold
  'PAGE_NOT_FOUND', // a route that app.json does not list
  'SET_DATA', // setData with something that is not data, or above the size limit
  'OPERATION', // the guest sent a view operation that does not fit the tree
  'MESSAGE', // the guest sent a message that does not fit its schema
  'BAD_ARGUMENT', // a wx call whose argument does not fit its schema
  'UNDECLARED', // a capability, domain or entry page that the manifest does not declare
  'PACKAGE', // a package is not what its manifest says: hash, size, name or signature
  'LIMIT_MEMORY', // the sandbox reached its memory limit
  'LIMIT_STACK', // the sandbox reached its stack limit
  'LIMIT_TIME', // one turn took longer than its deadline
  'LIMIT_SILENT', // the sandbox did not answer the watchdog and was terminated
  'LIMIT_MESSAGE', // a message larger or deeper than allowed
  'LIMIT_RATE', // more calls than allowed
  'LIMIT_NODES', // a page with more nodes or operations than allowed
  'LIMIT_TIMERS', // more pending timers than allowed
  'LIMIT_STORAGE', // storage quota reached
  'LIMIT_PAGES', // page stack is full
] as const;

/** The user's decision: nobody needs to mend anything. */
export const userErrorCodes = [
  'CANCELLED', // the user closed a sheet
  'DENIED', // the user refused a scope or the privacy contract
  'NO_GESTURE', // the call needs a recent user action
  'NOT_ELIGIBLE', // for example real-name verification is missing
] as const;

/** The host's doing: its operator or we can mend it. */
export const hostErrorCodes = [
  'NOT_SUPPORTED', // this host has no provider for the capability
  'PROVIDER', // the provider failed
  'UNAVAILABLE', // the service behind a provider cannot be reached
  'INTERNAL', // our bug
] as const;

export type GuestErrorCode = (typeof guestErrorCodes)[number];
export type UserErrorCode = (typeof userErrorCodes)[number];
export type HostErrorCode = (typeof hostErrorCodes)[number];
export type ErrorCode = GuestErrorCode | UserErrorCode | HostErrorCode;
export type Blame = 'guest' | 'user' | 'host';

const byGuest: readonly string[] = guestErrorCodes;
const byUser: readonly string[] = userErrorCodes;
const all: readonly string[] = [...guestErrorCodes, ...userErrorCodes, ...hostErrorCodes];

/** True when `code` is one of the list above. */
export function isErrorCode(code: string): code is ErrorCode {
  return all.includes(code);
}

/** Whose doing an error is. */
export function blameOf(code: ErrorCode): Blame {
  if (byGuest.includes(code)) return 'guest';
  return byUser.includes(code) ? 'user' : 'host';
}

/** A place in a file of the author's. Lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An error as data: what crosses zones, reaches overlays, terminals and reports. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly position?: Position | undefined;
  /** The source line the position points into. */
  readonly sourceLine?: string | undefined;
  /** Guest frames only, already mapped to the author's files. */
  readonly stack?: string | undefined;
}

/** The one error class. `code` decides blame; `message` is written for a person. */
export class TerrariumError extends Error {
  override readonly name = 'TerrariumError';
  readonly code: ErrorCode;
  readonly position: Position | undefined;
  readonly sourceLine: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    where: { position?: Position; sourceLine?: string; cause?: unknown } = {},
  ) {
    super(message, where.cause === undefined ? undefined : { cause: where.cause });
    this.code = code;
    this.position = where.position;
    this.sourceLine = where.sourceLine;
  }

  /** The plain form that may cross a zone. */
  toProblem(): Problem {
    return { code: this.code, message: this.message, position: this.position, sourceLine: this.sourceLine };
  }
}

/** Any thrown value as a `Problem`; what is not ours becomes `INTERNAL` without its stack. */
export function problemOf(error: unknown): Problem {
  if (error instanceof TerrariumError) return error.toProblem();
  return { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) };
}
