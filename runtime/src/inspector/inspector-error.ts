/** A command that cannot be answered, with its JSON-RPC code. */
export class InspectorError extends Error {
  override readonly name = 'InspectorError';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
