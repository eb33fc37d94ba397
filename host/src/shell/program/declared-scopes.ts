import { capabilityTable } from '@terrarium/runtime';
import type { Manifest } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import { personTexts } from '../account/person-texts.ts';
import { hostApi } from '../host.ts';
import { whatScope } from './what-scope.ts';

export interface DeclaredScope {
  readonly scope: string;
  readonly what: string;
  /** The program's own words. */
  readonly reason?: string | undefined;
}

/** What a program declares that concerns the person: scopes with its reasons, and private calls it lists. */
export async function declaredScopes(appId: string): Promise<readonly DeclaredScope[]> {
  const { manifest } = await hostApi.manifest(appId);
  const { requiredPrivateInfos: infos } = manifest.app;
  const named = [...manifest.capabilities, ...(Array.isArray(infos) ? infos : [])];
  const found = new Map<string, DeclaredScope>();
  for (const name of named) {
    const scope = capabilityTable.get(String(name))?.scope;
    if (scope !== undefined) found.set(scope, { scope, what: whatScope(scope), reason: reasonFor(manifest, scope) });
    else if (name === 'chooseAddress') found.set(name, { scope: name, what: personTexts.contractAddress });
    else if (name === 'chooseLocation') found.set(name, { scope: name, what: personTexts.contractPlace });
  }
  return [...found.values()];
}

function reasonFor({ app: { permission } }: Manifest, scope: string): string | undefined {
  const given = v.safeParse(v.record(v.string(), v.object({ desc: v.string() })), permission);
  return given.success && Object.hasOwn(given.output, scope) ? given.output[scope]?.desc.slice(0, 30) : undefined;
}
