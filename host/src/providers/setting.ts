import { type Grants, type Providers, succeed } from '@terrarium/runtime';

/** What the user has decided about the program that asks. */
export function settingProviders(grants: Grants): Pick<Providers, 'getSetting'> {
  return {
    async getSetting({ appId }) {
      const decisions = await grants.decisions(appId);
      const authSetting = Object.fromEntries(
        [...decisions].map(([scope, decision]) => [scope, decision === 'granted']),
      );
      return succeed({ authSetting });
    },
  };
}
