import type { Position } from '@terrarium/runtime/protocol';

/** A problem or warning: what it is, what it says, where it is. */
export interface Complaint {
  readonly code: string;
  readonly message: string;
  readonly position?: Position | undefined;
  readonly sourceLine?: string | undefined;
}

/** A problem as people expect it on a terminal: place, message, source line, caret. */
export function formatProblem({ code, message, position, sourceLine }: Complaint): string {
  const place = position ? `${position.file}:${position.line}:${position.column}  ` : '';
  const head = `${place}${message} [${code}]`;
  if (!position || sourceLine === undefined) return head;
  const shown = sourceLine.slice(0, 200);
  const caret = `${' '.repeat(Math.min(position.column - 1, shown.length))}^`;
  return `${head}\n    ${shown}\n    ${caret}`;
}
