import { type Providers, refuse, succeed } from '@terrarium/runtime';
import type { KeptGrants } from './grants-client.ts';
import type { Person } from './person.ts';

type Names = 'getSetting' | 'openSetting' | 'authorize' | 'requestSubscribeMessage';

/** Documented: at most three one-time templates in a call. */
const mostTemplates = 3;

/** What the user has decided about the program that asks. */
export function settingProviders(grants: KeptGrants, person: Person): Pick<Providers, Names> {
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
      const accepted = await person.askSubscriptions(appId, templates);
      // Closing the sheet refuses all of them, this once.
      const answers = templates.map((id): [string, 'accept' | 'reject'] => [
        id,
        accepted?.includes(id) === true ? 'accept' : 'reject',
      ]);
      if (accepted !== undefined) {
        for (const [id, answer] of answers) {
          await grants.decideSubscription(appId, id, answer === 'accept' ? 'granted' : 'refused');
        }
      }
      return succeed(Object.fromEntries(answers));
    },
  };
}

const word = (decision: 'granted' | 'refused'): 'accept' | 'reject' => (decision === 'granted' ? 'accept' : 'reject');
