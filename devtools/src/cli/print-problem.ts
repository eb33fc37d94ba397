import type { Problem } from '@terrarium/runtime/protocol';

/** A problem as people expect it on a terminal: place, message, source line, caret. */
export function formatProblem({ code, message, position, sourceLine }: Problem): string {
  const place = position ? `${position.file}:${position.line}:${position.column}  ` : '';
  const head = `${place}${message} [${code}]`;
  if (!position || sourceLine === undefined) return head;
  const shown = sourceLine.slice(0, 200);
  const caret = `${' '.repeat(Math.min(position.column - 1, shown.length))}^`;
  return `${head}\n    ${shown}\n    ${caret}`;
}
