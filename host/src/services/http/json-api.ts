import { toJsonSchema } from '@valibot/to-json-schema';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import { capBody } from './cap-body.ts';

/** One request that is answered, and its line in the document: both come from this record. */
export interface Route<Body extends v.GenericSchema, Query extends v.GenericSchema, Answer extends v.GenericSchema> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Hono's form: `/orders/:id`. */
  readonly path: string;
  readonly summary: string;
  readonly body?: Body;
  readonly query?: Query;
  /** What a 200 carries; keys it does not name are dropped. Without one the answer is 204. */
  readonly answer?: Answer;
}

export interface Asked<Body, Query> {
  readonly body: Body;
  readonly query: Query;
  /** A part of the path. */
  readonly param: (name: string) => string;
  readonly context: Context;
}

export interface JsonApiOptions {
  readonly title: string;
  readonly description: string;
  /** Runs before every route, the document's own apart. */
  readonly guard?: MiddlewareHandler | undefined;
  /** How a request signs in, for the document. */
  readonly security?: Readonly<Record<string, unknown>> | undefined;
}

export interface JsonApi {
  readonly app: Hono;
  add<
    Body extends v.GenericSchema = Nothing,
    Query extends v.GenericSchema = Nothing,
    Answer extends v.GenericSchema = Nothing,
  >(
    route: Route<Body, Query, Answer>,
    handle: (asked: Asked<v.InferOutput<Body>, v.InferOutput<Query>>) => Promise<v.InferInput<Answer>>,
  ): void;
  /** The OpenAPI 3.1 document of all routes added so far. */
  document(): Record<string, unknown>;
}

type Nothing = v.OptionalSchema<v.UndefinedSchema<undefined>, undefined>;

const bodyBytes = 256 * 1024;

/**
 * Routes of JSON in and out, checked by schemas, with refusals as `{code, message}` and a document of it all. The
 * schemas are the ones requests are checked with, so the document cannot say something else than the code.
 */
export function createJsonApi({ title, description, guard, security }: JsonApiOptions): JsonApi {
  const app = new Hono();
  const paths: Record<string, Record<string, unknown>> = {};
  app.onError(answerRefusal);
  app.use(
    '*',
    capBody(bodyBytes, (context) => context.json(problem('TOO_LARGE', 'The body is too large.'), 413)),
  );
  if (guard !== undefined) app.use('*', guard);
  return {
    app,
    add(route, handle) {
      const { method, path, body, query, answer } = route;
      const name = path.replaceAll(/:(\w+)/g, '{$1}');
      paths[name] = { ...paths[name], [method]: describe(route) };
      app.on(method, path, async (context) => {
        const given = await handle({
          body: body === undefined ? undefined : check(body, await readBody(context), 'body'),
          query: query === undefined ? undefined : check(query, context.req.query(), 'query'),
          param: (part) => context.req.param(part) ?? '',
          context,
        });
        if (answer === undefined) return context.body(null, 204);
        return context.json(v.parse(answer, given));
      });
    },
    document: () => ({
      openapi: '3.1.0',
      info: { title, version: '1', description },
      ...(security && { components: { securitySchemes: { signature: security } }, security: [{ signature: [] }] }),
      paths,
    }),
  };
}

/** Answers a refusal as itself and hands on what is none: that is a fault. */
export function answerRefusal(error: unknown, context: Context): Response {
  if (error instanceof Refusal) return context.json(problem(error.code, error.message), error.status);
  throw error;
}

const problem = (code: string, message: string) => ({ code, message });

async function readBody(context: Context): Promise<unknown> {
  return context.req.json<unknown>().catch(() => undefined);
}

/** Throws Refusal PARAM_ERROR that names the place. */
function check<Schema extends v.GenericSchema>(schema: Schema, value: unknown, where: string): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw new Refusal(400, 'PARAM_ERROR', `${path === null ? where : `${where}.${path}`}: ${issue.message}`);
}

function describe({ path, summary, body, query, answer }: Route<v.GenericSchema, v.GenericSchema, v.GenericSchema>) {
  const schemaOf = (schema: v.GenericSchema) => {
    // What JSON Schema cannot say, a check of our own for one, is left out; the code checks it all the same.
    const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' });
    return rest;
  };
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
  return {
    summary,
    parameters: [...inPath, ...inQuery],
    ...(body && { requestBody: { required: true, content: content(body) } }),
    responses: {
      ...(answer ? { 200: { description: 'done', content: content(answer) } } : { 204: { description: 'done' } }),
      default: {
        description: 'refused',
        content: content(v.object({ code: v.string(), message: v.string() })),
      },
    },
  };
}
