import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';

/** One request that is answered, as the document says it. The schemas are the ones it is checked with. */
export interface Route<
  Body extends v.GenericSchema = v.GenericSchema,
  Query extends v.GenericSchema = v.GenericSchema,
  Answer extends v.GenericSchema = v.GenericSchema,
> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Hono's form: `/orders/:id`. */
  readonly path: string;
  readonly summary: string;
  readonly body?: Body;
  readonly query?: Query;
  /** What a 200 carries; keys it does not name are dropped. Without one the answer is 204. */
  readonly answer?: Answer;
  /** The 200 is bytes, not JSON. */
  readonly bytes?: boolean;
  /** What another status carries. Default: `{code, message}`. */
  readonly refusal?: v.GenericSchema;
}

/** What one part of the services answers. */
export interface RouteList {
  readonly title: string;
  readonly description: string;
  readonly routes: readonly Route[];
}

/** Routes below one place that ask for the same to be let in. */
export interface RouteGroup {
  /** Before each path: `/api/accounts`, or empty. */
  readonly at: string;
  readonly list: RouteList;
  /** Names among the document's `security`, all of which are needed. */
  readonly needs?: readonly string[];
}

export interface DocumentOptions {
  readonly title: string;
  readonly description: string;
  /** OpenAPI's security schemes by name. */
  readonly security: Readonly<Record<string, object>>;
  readonly groups: readonly RouteGroup[];
}

/** An OpenAPI 3.1 document. */
export function describeApi({ title, description, security, groups }: DocumentOptions): Record<string, unknown> {
  const paths = new Map<string, Record<string, unknown>>();
  for (const { at, list, needs = [] } of groups) {
    for (const route of list.routes) {
      const name = openApiPath(`${at}${route.path}`.replace(/(?<=.)\/$/, ''));
      const needed = needs.length === 0 ? [] : [Object.fromEntries(needs.map((need) => [need, []]))];
      paths.set(name, {
        ...paths.get(name),
        [route.method]: { tags: [list.title], ...describeRoute(route), security: needed },
      });
    }
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1', description },
    tags: groups.map(({ list }) => ({ name: list.title, description: list.description })),
    components: { securitySchemes: security },
    paths: Object.fromEntries(paths),
  };
}

/** `/orders/:id` → `/orders/{id}`. */
export const openApiPath = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

const problemSchema = v.object({ code: v.string(), message: v.string() });
const octets = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

function describeRoute({ path, summary, body, query, answer, bytes = false, refusal = problemSchema }: Route) {
  const content = (schema: v.GenericSchema) => ({ 'application/json': { schema: schemaOf(schema) } });
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const { properties = {}, required = [] } = query === undefined ? {} : schemaOf(query);
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  const carried = bytes ? octets : answer && content(answer);
  return {
    summary,
    parameters: [...inPath, ...inQuery],
    ...(body && { requestBody: { required: true, content: content(body) } }),
    responses: {
      ...(carried ? { 200: { description: 'done', content: carried } } : { 204: { description: 'done' } }),
      default: { description: 'refused', content: content(refusal) },
    },
  };
}

function schemaOf(schema: v.GenericSchema) {
  // What JSON Schema cannot say, a check of our own for one, is left out; the code checks it all the same.
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' });
  return rest;
}
