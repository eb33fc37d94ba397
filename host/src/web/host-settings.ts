import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as v from 'valibot';

/** Where maps get their pictures from. */
const mapTiles = v.strictObject({
  /** An https address with `{x}`, `{y}` and `{z}`, which are not part of its host. */
  template: v.pipe(v.string(), v.maxLength(500), v.check(isTemplate, 'an https address with {x}, {y} and {z}')),
  /** Who made the map; shown on it. */
  attribution: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** The deepest zoom that has tiles. */
  maxZoom: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(22)), 18),
});
const schema = v.strictObject({ mapTiles: v.optional(mapTiles) });

/** What whoever runs the host decides, in `settings.json` of its data folder. */
export type HostSettings = v.InferOutput<typeof schema>;
export type MapTiles = v.InferOutput<typeof mapTiles>;

/** Reads them; without the file there are none. Throws an Error that says what is wrong with it. */
export async function readHostSettings(file: string): Promise<HostSettings> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw new Error(`${basename(file)} of the data folder: ${path === null ? '' : `${path}: `}${issue.message}`);
}

/** The one origin that a policy lets pictures come from. */
export const tileOrigin = ({ template }: MapTiles): string => new URL(template).origin;

function isTemplate(template: string): boolean {
  const holes = ['{x}', '{y}', '{z}'];
  if (!URL.canParse(template) || !holes.every((hole) => template.includes(hole))) return false;
  const { protocol, host, username } = new URL(template);
  return protocol === 'https:' && username === '' && /^[a-z0-9.:-]+$/.test(host);
}
