import type { Arguments } from './arguments.ts';

/** One subcommand: what it is for, how it is called, what it does. */
export interface Command {
  readonly summary: string;
  readonly usage: string;
  /** Returns the exit code. */
  run(args: Arguments): Promise<number>;
}
