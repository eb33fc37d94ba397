import { type Providers, succeed } from '@terrarium/runtime';
import type { Person } from './person.ts';
import type { ProgramHost } from './program-host.ts';

type Names =
  | 'showShareMenu'
  | 'hideShareMenu'
  | 'updateShareMenu'
  | 'shareAppMessage'
  | 'openContact'
  | 'openCustomerServiceChat'
  | 'openFeedback';

/** Handing a program on, and talking to who made it. */
export function sharingProviders(person: Person, programs: ProgramHost): Pick<Providers, Names> {
  return {
    showShareMenu({ appId }) {
      programs.offerSharing(appId, true);
      return succeed({});
    },
    hideShareMenu({ appId, params: { menus } }) {
      // There is one way to share; a list that does not name it changes nothing.
      if (menus === undefined || menus.includes('shareAppMessage')) programs.offerSharing(appId, false);
      return succeed({});
    },
    updateShareMenu: () => succeed({}),
    async shareAppMessage({ appId, params: { unavailable, ...card } }) {
      await person.share(appId, unavailable ? undefined : card);
      return succeed({});
    },
    async openContact({ appId, params: { sessionFrom, showCard, ...card } }) {
      const chosen = await person.openContact(appId, { sessionFrom, card: showCard ? card : undefined });
      const [path = '', search = ''] = (chosen ?? '').replace(/^\/+/, '').split('?', 2);
      return succeed({ path, query: Object.fromEntries(new URLSearchParams(search)) });
    },
    async openCustomerServiceChat({ appId, params }) {
      const { sendMessageTitle: title, sendMessagePath: path, sendMessageImg: imageUrl } = params;
      const card = params.showMessageCard ? { title, path, imageUrl } : undefined;
      await person.openContact(appId, { sessionFrom: '', card });
      return succeed({});
    },
    async openFeedback({ appId }) {
      const text = await person.writeFeedback(appId);
      if (text !== undefined) programs.note(appId, `feedback: ${text}`);
      return succeed({});
    },
  };
}
