import { type Context, Hono, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import { capBody } from './cap-body.ts';
import type { Route, RouteList } from './open-api.ts';

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
  /** Runs before every route. */
  readonly guard?: MiddlewareHandler | undefined;
}

export interface JsonApi extends RouteList {
  readonly app: Hono;
  add<
    Body extends v.GenericSchema = Nothing,
    Query extends v.GenericSchema = Nothing,
    Answer extends v.GenericSchema = Nothing,
  >(
    route: Route<Body, Query, Answer>,
    handle: (asked: Asked<v.InferOutput<Body>, v.InferOutput<Query>>) => Promise<v.InferInput<Answer>>,
  ): void;
}

type Nothing = v.OptionalSchema<v.UndefinedSchema<undefined>, undefined>;

const bodyBytes = 256 * 1024;

/**
 * Routes of JSON in and out, checked by schemas, with refusals as `{code, message}` and a document of it all. The
 * schemas are the ones requests are checked with, so the document cannot say something else than the code does.
 */
export function createJsonApi({ title, description, guard }: JsonApiOptions): JsonApi {
  const app = new Hono();
  const routes: Route[] = [];
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
      routes.push(route);
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
    ...{ title, description, routes },
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
