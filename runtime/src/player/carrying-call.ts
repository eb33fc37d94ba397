import { capabilityTable } from '../capabilities/index.ts';
import type { CallOutcome } from '../protocol/capabilities.ts';
import { type CarriedFile, carriedName, mostCarriedFiles, placeFiles } from '../protocol/carried-files.ts';
import type { Json } from '../protocol/json.ts';
import type { ProgramAssets } from './assets.ts';
import type { BridgeLink } from './bridge-link.ts';
import { failed } from './calls/player-call.ts';

type Call = (name: string, params: Json, gestureAgeMs: number | undefined) => Promise<CallOutcome>;

/**
 * Asks the host, and sees to files: those that parameters name go with the call, since only the player knows what a
 * program's paths mean; those that come with the answer become temporary files of the program.
 */
export function carryingCall(bridge: BridgeLink, assets: ProgramAssets, route: () => string): Call {
  return async (name, params, gestureAgeMs) => {
    const given = new Map(Object.entries(isObject(params) ? params : {}));
    const files: CarriedFile[] = [];
    for (const key of capabilityTable.get(name)?.files ?? []) {
      const path = given.get(key);
      // A wrong type is for the schema to say.
      if (typeof path !== 'string' || path === '') continue;
      const file = await assets.file(path, `${route()}.wxml`);
      if (file === undefined) return failed(`fail file doesn't exist: ${path.slice(0, 200)}`);
      given.set(key, carriedName(files.length));
      files.push(file);
    }
    const sent = files.length > 0 ? Object.fromEntries(given) : params;
    const outcome = await bridge.call(name, sent, gestureAgeMs, files.length > 0 ? files : undefined);
    if (!outcome.ok || outcome.files === undefined) return outcome;
    const names: string[] = [];
    for (const file of outcome.files.slice(0, mostCarriedFiles)) {
      const bytes = file instanceof Blob ? file : await file.arrayBuffer();
      names.push(assets.keep(bytes, file.type));
    }
    return { ok: true, result: placeFiles(outcome.result, names) };
  };
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
