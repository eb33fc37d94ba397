import type { Place } from '../wxml/diagnostics.ts';
import type { Spot } from './lowering.ts';

/** Where a node is written, as units carry it: the line in the file being compiled, `file:line` in an included one. */
export function lineOf({ source, start }: Place, { files }: Pick<Spot, 'files'>): number | string {
  const { file, line } = source.position(start);
  return file === files[0] ? line : `${file}:${line}`;
}
