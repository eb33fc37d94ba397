/**
 * An answer the caller has to expect: what was asked cannot be done, and this is why. Thrown, so that a transaction it
 * ends is rolled back. `code` and `status` are part of the HTTP interface; the message is for a person.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly status: RefusalStatus;

  constructor(status: RefusalStatus, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429;
