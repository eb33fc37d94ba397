import type { Json } from '@terrarium/runtime/protocol';
import * as v from 'valibot';

/** Carries one command to an inspector and its result back; rejects with the inspector's message. */
export type Send = (method: string, params: Json) => Promise<unknown>;

const pageSchema = v.object({
  page: v.number(),
  route: v.string(),
  query: v.record(v.string(), v.string()),
  ready: v.boolean(),
  /** Nodes drawn. */
  nodes: v.number(),
  /** From opening the page to its first drawn batch; absent until then. */
  firstRenderMs: v.optional(v.number()),
});
/** One open page, bottom of the stack first. */
export type PageInfo = v.InferOutput<typeof pageSchema>;

const problemSchema = v.object({
  code: v.string(),
  message: v.string(),
  position: v.optional(v.object({ file: v.string(), line: v.number(), column: v.number() })),
  sourceLine: v.optional(v.string()),
  stack: v.optional(v.string()),
});
export type ProblemInfo = v.InferOutput<typeof problemSchema>;

const problemsSchema = v.object({ problems: v.array(problemSchema), warnings: v.array(problemSchema) });

/** The other end of an inspector: typed commands over any transport. */
export interface InspectorClient {
  pages(): Promise<PageInfo[]>;
  /** Data of a page, the top one by default. */
  data(page?: number): Promise<unknown>;
  /** As if the page had called `setData`. */
  setData(data: Record<string, Json>, page?: number): Promise<void>;
  /** Calls a page method and returns what it returned, as far as that is JSON. */
  callMethod(method: string, args?: readonly Json[], page?: number): Promise<unknown>;
  /** A keyboard of this many CSS pixels comes over the program with every field that is written in; with 0 none does. */
  setKeyboard(height: number): Promise<void>;
  /** Uncaught errors and warnings of the program so far, mapped to its author's files. */
  problems(): Promise<v.InferOutput<typeof problemsSchema>>;
}

/** A client over `send`. Results that do not fit their schema reject: the other end speaks another version. */
export function createInspectorClient(send: Send): InspectorClient {
  const at = (page: number | undefined): Record<string, Json> => (page === undefined ? {} : { page });
  return {
    pages: async () => v.parse(v.array(pageSchema), await send('Terrarium.getPages', {})),
    data: (page) => send('Terrarium.getData', at(page)),
    async setData(data, page) {
      await send('Terrarium.setData', { data, ...at(page) });
    },
    callMethod: (method, args = [], page) => send('Terrarium.callMethod', { method, args, ...at(page) }),
    async setKeyboard(height) {
      await send('Terrarium.setKeyboard', { height });
    },
    problems: async () => v.parse(problemsSchema, await send('Terrarium.getProblems', {})),
  };
}
