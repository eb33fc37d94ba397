import { type Providers, refuse, succeed } from '@terrarium/runtime';
import * as v from 'valibot';
import type { KeptGrants } from './grants-client.ts';
import { failure } from './identity.ts';
import type { Person } from './person.ts';
import { noAnswer, type ServiceClient } from './service-client.ts';

type Names = 'getSetting' | 'openSetting' | 'authorize' | 'requestSubscribeMessage';

/** Documented: at most three one-time templates in a call. */
const mostTemplates = 3;

const kinds = v.array(v.object({ id: v.string(), title: v.string() }));

/** What the user has decided about the program that asks. */
export function settingProviders(services: ServiceClient, grants: KeptGrants, person: Person): Pick<Providers, Names> {
  const settings = async (appId: string, withSubscriptions: boolean) => {
    const decisions = await grants.decisions(appId);
    const authSetting = Object.fromEntries([...decisions].map(([scope, decision]) => [scope, decision === 'granted']));
    if (!withSubscriptions) return succeed({ authSetting });
    const itemSettings = Object.fromEntries(
      [...(await grants.subscriptions(appId))].map(([id, decision]) => [id, word(decision)]),
    );
    return succeed({ authSetting, subscriptionsSetting: { mainSwitch: true, itemSettings } });
  };
  return {
    getSetting: ({ appId, params }) => settings(appId, params.withSubscriptions),
    async openSetting({ appId, params }) {
      await person.showSettings(appId);
      return settings(appId, params.withSubscriptions);
    },
    // The gate has asked for the scope: a call that gets here is granted.
    authorize: () => succeed({}),
    async requestSubscribeMessage({ appId, params }) {
      const templates = [...new Set(params.tmplIds)];
      if (templates.length === 0 || templates.length > mostTemplates) {
        return refuse('BAD_ARGUMENT', 'Templates count out of max bounds', 20_003);
      }
      const known = await services.ask(`/messages/templates/${appId}`, kinds);
      if (!known.ok) return failure(known);
      const titles = new Map(known.value.map(({ id, title }) => [id, title]));
      // A program whose maker has made none yet may ask all the same: nothing can be sent.
      if (titles.size > 0 && templates.some((id) => !titles.has(id))) {
        return refuse('BAD_ARGUMENT', 'No template data return, verify the template id exist', 20_001);
      }
      const remembered = await grants.subscriptions(appId);
      const asked = templates.filter((id) => !remembered.has(id)).map((id) => ({ id, title: titles.get(id) ?? '' }));
      // Closing the sheet refuses all of them, this once.
      const choice = asked.length === 0 ? undefined : await person.askSubscriptions(appId, asked);
      const accepted = new Set(choice?.accepted);
      if (choice?.always) {
        for (const { id } of asked) {
          await grants.decideSubscription(appId, id, accepted.has(id) ? 'granted' : 'refused');
        }
      }
      const wanted = templates.filter((id) => accepted.has(id) || remembered.get(id) === 'granted');
      if (wanted.length > 0) {
        const body = { templates: wanted };
        const kept = await services.ask(`/messages/allowances/${appId}`, noAnswer, { method: 'POST', body });
        if (!kept.ok) return failure(kept);
      }
      const answers = templates.map((id): [string, 'accept' | 'reject'] => [
        id,
        wanted.includes(id) ? 'accept' : 'reject',
      ]);
      return succeed(Object.fromEntries(answers));
    },
  };
}

const word = (decision: 'granted' | 'refused'): 'accept' | 'reject' => (decision === 'granted' ? 'accept' : 'reject');
