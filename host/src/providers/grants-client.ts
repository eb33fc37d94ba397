import type { Grants } from '@terrarium/runtime';
import { TerrariumError } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import { noAnswer, type ServiceClient } from './service-client.ts';

const decisions = v.array(v.object({ scope: v.string(), decision: v.picklist(['granted', 'refused']) }));
const events = v.array(
  v.object({ scope: v.string(), decision: v.picklist(['granted', 'refused', 'forgotten']), at: v.number() }),
);
export type GrantEvent = v.InferOutput<typeof events>[number];

/** Decisions kept by the services, so that they hold in every window and after a restart. */
export interface KeptGrants extends Grants {
  /** What was decided when, newest first; undefined when the services do not answer. */
  history(appId: string): Promise<readonly GrantEvent[] | undefined>;
  /** Notices the user answered for, by template. */
  subscriptions(appId: string): Promise<ReadonlyMap<string, 'granted' | 'refused'>>;
  decideSubscription(appId: string, id: string, decision: 'granted' | 'refused'): Promise<void>;
}

/** Stands beside the scopes: the privacy contract as a whole. */
const contract = 'privacy';
/** Before the id of a message template. */
const template = 'template.';

/**
 * Asks the services each time: what another window took away a moment ago no longer holds. Rejects with UNAVAILABLE when
 * they do not answer, so that nothing is allowed by accident.
 */
export function createGrantsClient(services: ServiceClient): KeptGrants {
  const all = async (appId: string): Promise<ReadonlyMap<string, 'granted' | 'refused'>> => {
    const answer = await services.ask(`/grants/${appId}`, decisions);
    if (!answer.ok) throw new TerrariumError('UNAVAILABLE', `the services refuse grants: ${answer.code}`);
    return new Map(answer.value.map(({ scope, decision }) => [scope, decision]));
  };
  const change = async (appId: string, method: 'PUT' | 'DELETE', body?: object): Promise<void> => {
    const answer = await services.ask(`/grants/${appId}`, noAnswer, { method, ...(body && { body }) });
    if (!answer.ok) throw new TerrariumError('UNAVAILABLE', `the services refuse a grant: ${answer.code}`);
  };
  return {
    decision: async (appId, scope) => (await all(appId)).get(scope),
    decide: (appId, scope, decision) => change(appId, 'PUT', { scope, decision }),
    async decisions(appId) {
      return new Map([...(await all(appId))].filter(([scope]) => scope.startsWith('scope.')));
    },
    privacyAccepted: async (appId) => (await all(appId)).get(contract) === 'granted',
    acceptPrivacy: (appId) => change(appId, 'PUT', { scope: contract, decision: 'granted' }),
    forget: (appId) => change(appId, 'DELETE'),
    async history(appId) {
      const answer = await services.ask(`/grants/${appId}/history`, events);
      return answer.ok ? answer.value : undefined;
    },
    async subscriptions(appId) {
      const held = [...(await all(appId))].filter(([scope]) => scope.startsWith(template));
      return new Map(held.map(([scope, decision]) => [scope.slice(template.length), decision]));
    },
    decideSubscription: (appId, id, decision) => change(appId, 'PUT', { scope: `${template}${id}`, decision }),
  };
}
