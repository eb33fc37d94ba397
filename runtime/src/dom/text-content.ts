import type { Json } from '../protocol/index.ts';
import { isOn } from './flags.ts';

const entities: ReadonlyMap<string, string> = new Map([
  ['&nbsp;', '\u00a0'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&apos;', "'"],
  ['&quot;', '"'],
  ['&ensp;', '\u2002'],
  ['&emsp;', '\u2003'],
]);
const spaces: ReadonlyMap<Json | undefined, string> = new Map([
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['nbsp', '\u00a0'],
]);

/** Text inside `<text>` as `decode` and `space` want it drawn. */
export function textContent(text: string, decode: Json | undefined, space: Json | undefined): string {
  const wide = spaces.get(space);
  const spaced = wide ? text.replaceAll(' ', wide) : text;
  return isOn(decode) ? spaced.replace(/&[a-z]+;/g, (entity) => entities.get(entity) ?? entity) : spaced;
}
