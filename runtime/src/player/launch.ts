import { isErrorCode, TerrariumError } from '../protocol/errors.ts';
import type { Manifest } from '../protocol/manifest.ts';
import type { Environment, GuestComponent, HostMessage, LaunchOptions } from '../protocol/messages.ts';
import { abilities } from './abilities.ts';
import type { GuestLink } from './guest-link.ts';
import type { Navigator } from './navigator.ts';
import type { ProgramParts } from './program-parts.ts';

export interface LaunchRoom {
  readonly manifest: Manifest;
  readonly guest: GuestLink;
  readonly navigator: Navigator;
  readonly parts: ProgramParts;
}

export interface LaunchInput {
  readonly options: LaunchOptions;
  readonly environment: Environment;
  readonly storage: Readonly<Record<string, string>>;
}

/**
 * Loads the main package, runs the app, opens the first page. A page of an independent part opens without either.
 *
 * @throws TerrariumError PACKAGE, LIMIT_* or PAGE_NOT_FOUND when there is nothing to show.
 */
export async function launch(room: LaunchRoom, input: LaunchInput): Promise<void> {
  const { manifest, guest, navigator } = room;
  const options: LaunchOptions = { ...input.options, path: routeOf(input.options.path) || manifest.entryPage };
  // An unknown page is the app's to answer, so then it has to be there.
  await room.parts.ensure(manifest.pages.includes(options.path) ? options.path : manifest.entryPage);
  guest.deliver(launchMessage(manifest, { ...input, options }, !room.parts.isLoaded('')));
  room.parts.onMain(() => guest.deliver({ kind: 'main', appScript: manifest.appScript }));
  const opened = await navigator.open('launch', options.path, options.query);
  if (opened.ok) return;
  const { code = 'INTERNAL', errMsg } = opened.error;
  if (code !== 'PAGE_NOT_FOUND')
    throw new TerrariumError(isErrorCode(code) ? code : 'INTERNAL', errMsg.replace(/^fail /, ''));
  // The program may answer onPageNotFound with a redirect of its own: it has had its turn after a round trip.
  guest.deliver({ kind: 'page-not-found', path: options.path, query: options.query, isEntryPage: true });
  await guest.inspect('pages', null);
  await navigator.settled();
  if (navigator.top) return;
  throw new TerrariumError(
    'PAGE_NOT_FOUND',
    `There is no page "${options.path}". app.json lists: ${manifest.pages.slice(0, 20).join(', ')}.`,
  );
}

/** A path from outside as a route: no leading slash, no `.html` that old links carry. */
export function routeOf(path: string): string {
  return path.replace(/^\/+/, '').replace(/\.html$/, '');
}

function launchMessage(
  manifest: Manifest,
  input: LaunchInput,
  independent: boolean,
): Extract<HostMessage, { kind: 'launch' }> {
  const components = Object.entries(manifest.components).map(
    ([path, { usingComponents, template, script, styleIsolation, placeholders }]): [string, GuestComponent] => [
      path,
      { usingComponents, template, script, styleIsolation, placeholders },
    ],
  );
  return {
    kind: 'launch',
    options: input.options,
    environment: input.environment,
    abilities,
    components: Object.fromEntries(components),
    appScript: independent ? undefined : manifest.appScript,
    independent: independent || undefined,
    plugins:
      manifest.plugins &&
      Object.fromEntries(Object.entries(manifest.plugins).map(([name, { main }]) => [name, main ?? ''])),
    pluginExports:
      manifest.plugins &&
      Object.fromEntries(
        Object.entries(manifest.plugins).flatMap(([name, plugin]) => (plugin.export ? [[name, plugin.export]] : [])),
      ),
    ownTabBar: manifest.tabBar?.custom === true ? manifest.tabBar.list.map(({ pagePath }) => pagePath) : undefined,
    storage: input.storage,
    account: {
      appId: manifest.appId,
      version: manifest.version,
      envVersion: manifest.development ? 'develop' : 'release',
    },
  };
}
