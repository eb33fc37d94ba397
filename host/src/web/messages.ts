import type { Problem } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import type { MapTiles } from './host-settings.ts';

/** What `GET /api/programs` says of one program. */
export interface ProgramListing {
  readonly appId: string;
  readonly name: string;
  /** One sentence from `terrarium.json`. */
  readonly description?: string | undefined;
  /** Path inside the package. */
  readonly icon?: string | undefined;
  readonly version: string;
  /** SHA-256 of `manifest.json` of the last good build; empty before the first one. */
  readonly digest: string;
  /** Built without `terrarium.json`: capabilities and domains are not checked. */
  readonly development: boolean;
  readonly pages: readonly string[];
  readonly entryPage: string;
  /** Pages that links from outside may open; absent for all. */
  readonly entryPages?: readonly string[] | undefined;
  /** Absolute. */
  readonly folder: string;
  /** Of the newest build; the last good one keeps running. */
  readonly problems: readonly Problem[];
}

/** One message of `GET /api/events`. */
export type HostEvent =
  | { readonly kind: 'built'; readonly appId: string; readonly digest: string }
  /** The person has decided about the program, in this window or another. */
  | { readonly kind: 'grants'; readonly appId: string }
  /** The program's server has written to somebody: a notice or an answer. */
  | { readonly kind: 'messages'; readonly appId: string }
  | { readonly kind: 'problems'; readonly appId: string; readonly problems: readonly Problem[] };

/** `GET /api/about`. */
export interface HostAbout {
  readonly version: string;
  readonly node: string;
  /** Absent: maps lie on a plain grid. */
  readonly mapTiles?: MapTiles | undefined;
}

const position = v.object({
  file: v.pipe(v.string(), v.maxLength(512)),
  line: v.pipe(v.number(), v.integer(), v.minValue(0)),
  column: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** Body of `POST /api/log`: what running programs said, for the terminal. */
export const logPostSchema = v.strictObject({
  appId: v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/)),
  lines: v.pipe(
    v.array(
      v.variant('kind', [
        v.strictObject({
          kind: v.literal('log'),
          level: v.picklist(['debug', 'log', 'info', 'warn', 'error']),
          text: v.string(),
          /** `file:line:column`, when known. */
          position: v.optional(v.string()),
        }),
        v.strictObject({
          kind: v.literal('problem'),
          problem: v.object({
            code: v.string(),
            message: v.string(),
            position: v.optional(position),
            sourceLine: v.optional(v.string()),
            stack: v.optional(v.string()),
          }),
        }),
      ]),
    ),
    v.maxLength(200),
  ),
});
export type LogPost = v.InferOutput<typeof logPostSchema>;
export type LogPostLine = LogPost['lines'][number];

/** What the shell remembers for the person, in the host's data folder. */
export const preferencesSchema = v.object({
  /** App ids, newest first. */
  recents: v.pipe(v.array(v.pipe(v.string(), v.maxLength(63))), v.maxLength(8)),
  /** Absent: whichever fits the window. */
  model: v.optional(v.picklist(['small', 'medium', 'large'])),
  appearance: v.picklist(['system', 'light', 'dark']),
});
export type Preferences = v.InferOutput<typeof preferencesSchema>;
