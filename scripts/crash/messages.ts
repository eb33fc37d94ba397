/** What the writer is told on its command line, as JSON. */
export interface WriterTask {
  readonly folder: string;
  readonly postgres: string | undefined;
  readonly round: number;
  readonly merchant: string;
  /** Ends itself at the nth time it passes this step. Without one somebody else ends it. */
  readonly end: { readonly step: string; readonly pass: number } | undefined;
  /** Says its steps and leaves after this many requests: how the others know what there is. */
  readonly rehearse: number | undefined;
  /** The control: acknowledges a request before its transaction is committed. */
  readonly acknowledgeEarly: boolean;
}

/** One line of the writer's. */
export type WriterLine =
  | { readonly kind: 'step'; readonly step: string }
  /** The request is done, as far as its sender knows. `answer` is the transfer, or the refund, or nothing in the control. */
  | { readonly kind: 'done'; readonly request: string; readonly answer: string | undefined }
  /** A merchant got a notice. */
  | { readonly kind: 'notice'; readonly id: string };

export const key = 'ab'.repeat(32);
export const currency = 'CNY';
export const app = 'pizza';
export const users: readonly string[] = ['ann', 'bob', 'cat', 'dan'];
export const openIdOf = (program: string, user: string): string => `${program}-${user}`;
