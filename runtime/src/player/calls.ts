import type { Json } from '../protocol/json.ts';
import type { ProgramAssets } from './assets.ts';
import { canvasCalls } from './calls/canvases.ts';
import { fileCalls } from './calls/files.ts';
import { fontCalls } from './calls/fonts.ts';
import { keyboardCalls } from './calls/keyboard.ts';
import { mediaCalls } from './calls/media.ts';
import { navigationCalls } from './calls/navigation.ts';
import { navigationBarCalls } from './calls/navigation-bar.ts';
import { nodeCalls } from './calls/node-calls.ts';
import { observerCalls } from './calls/observers.ts';
import { overlayCalls } from './calls/overlays.ts';
import { pageViewCalls } from './calls/page-view.ts';
import { type PlayerCall, type PlayerHandlers, type PlayerName, playerCall } from './calls/player-call.ts';
import { queryNodesCalls } from './calls/query-nodes.ts';
import { soundCalls } from './calls/sounds.ts';
import { tabBarCalls } from './calls/tab-bar.ts';
import { workerCalls } from './calls/workers.ts';
import type { Canvases } from './canvases.ts';
import type { Fonts } from './fonts.ts';
import type { Navigator } from './navigator.ts';
import type { Overlays } from './overlays.ts';
import type { Page } from './page.ts';
import type { Pictures } from './pictures.ts';
import type { ProgramWorkers } from './program-workers.ts';
import type { Sounds } from './sounds.ts';
import type { TabBar } from './tab-bar.ts';

export interface CallRoom {
  readonly navigator: Navigator;
  readonly tabBar: TabBar;
  readonly overlays: Overlays;
  readonly assets: ProgramAssets;
  readonly pictures: Pictures;
  readonly sounds: Sounds;
  readonly canvases: Canvases;
  readonly fonts: Fonts;
  readonly workers: ProgramWorkers;
  pulled(page: Page): void;
  /** Something a page observes was seen. */
  observed(data: Json): void;
}

/** The closed table of names that the player answers. Every other name goes to the host. */
export function createCalls(room: CallRoom): ReadonlyMap<string, PlayerCall> {
  const handlers: PlayerHandlers = {
    ...navigationCalls(room.navigator),
    ...navigationBarCalls(room.navigator),
    ...overlayCalls(room.overlays, room.assets),
    ...tabBarCalls(room.tabBar, room.navigator),
    ...pageViewCalls(room.navigator, room.pulled),
    ...queryNodesCalls(room.navigator, room.canvases),
    ...canvasCalls(room.navigator, room.canvases),
    ...fileCalls(room.assets, room.overlays, room.pictures),
    ...fontCalls(room.navigator, room.fonts),
    ...keyboardCalls(room.navigator),
    ...mediaCalls(room.navigator, room.assets, room.pictures),
    ...nodeCalls(room.navigator),
    ...soundCalls(room.sounds),
    ...workerCalls(room.workers),
    ...observerCalls(room.navigator, room.observed),
  };
  const names = Object.keys(handlers).filter((name): name is PlayerName => Object.hasOwn(handlers, name));
  return new Map(names.map((name) => [name, playerCall(name, handlers[name])]));
}
