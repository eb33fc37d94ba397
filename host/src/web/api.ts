import { isAppId, type Manifest } from '@terrarium/runtime/protocol';
import { Hono } from 'hono';
import * as v from 'valibot';
import { capBody } from '../services/index.ts';
import type { EventStreams } from './events.ts';
import {
  type HostAbout,
  type LogPost,
  logPostSchema,
  type Preferences,
  type ProgramListing,
  preferencesSchema,
} from './messages.ts';

export interface ApiOptions {
  readonly programs: () => readonly ProgramListing[];
  readonly manifest: (appId: string) => { readonly digest: string; readonly manifest: Manifest } | undefined;
  readonly preferences: PreferenceStore;
  readonly events: EventStreams;
  readonly about: HostAbout;
  readonly log: (post: LogPost) => void;
  /** The services' own routes; asked for every other path below `/api`. */
  readonly services?: ((request: Request) => Response | Promise<Response>) | undefined;
}

export interface PreferenceStore {
  read(): Promise<Preferences>;
  write(preferences: Preferences): Promise<void>;
}

const bodyLimitBytes = 1024 * 1024;

/** The API of the host itself. Callers have shown the token before a request gets here. */
export function createApi(options: ApiOptions): Hono {
  const api = new Hono();
  const capped = capBody(bodyLimitBytes, (context) =>
    context.json({ code: 'MESSAGE', message: 'the body is too large' }, 413),
  );
  api.get('/api/programs', (context) => context.json(options.programs()));
  api.get('/api/programs/:appId/manifest', (context) => {
    const found = options.manifest(context.req.param('appId'));
    return found === undefined ? context.notFound() : context.json(found);
  });
  api.get('/api/preferences', async (context) => context.json(await options.preferences.read()));
  api.put('/api/preferences', capped, async (context) => {
    const body = v.safeParse(preferencesSchema, await context.req.json().catch(() => undefined));
    if (!body.success) return context.json({ code: 'MESSAGE', message: 'the body is no preferences' }, 400);
    await options.preferences.write(body.output);
    return context.body(null, 204);
  });
  api.get('/api/about', (context) => context.json(options.about));
  api.get('/api/events', (context) =>
    context.body(options.events.open(), 200, { 'Content-Type': 'text/event-stream; charset=utf-8' }),
  );
  api.post('/api/log', capped, async (context) => {
    const post = v.safeParse(logPostSchema, await context.req.json().catch(() => undefined));
    if (!post.success || !isAppId(post.output.appId)) {
      return context.json({ code: 'MESSAGE', message: 'the body is no list of log lines' }, 400);
    }
    options.log(post.output);
    return context.body(null, 204);
  });
  const { services } = options;
  if (services !== undefined) api.all('/api/*', (context) => services(context.req.raw));
  return api;
}
