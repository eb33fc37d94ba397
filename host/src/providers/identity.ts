import { capabilities, type Providers, refuse, succeed } from '@terrarium/runtime';
import * as v from 'valibot';
import type { Person } from './person.ts';
import type { ServiceAnswer, ServiceClient } from './service-client.ts';

type Names = 'login' | 'checkSession' | 'getUserProfile' | 'getUserInfo' | 'getPhoneNumber' | 'chooseAvatar';

const code = v.object({ code: v.string() });
const sealed = v.pick(capabilities.getPhoneNumber.result, ['encryptedData', 'iv']);
const userInfo = capabilities.getUserProfile.result;
const profile = v.object({ phone: v.string(), avatar: v.string() });
const pictureData = /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/;
/** Of a picture as a data URL: what a profile takes. */
const mostPicture = 160 * 1024;

/** Who the user is to a program, by the identity service; phone and picture when the person says so. */
export function identityProviders(
  services: ServiceClient,
  person: Pick<Person, 'askPhone' | 'chooseAvatar'>,
): Pick<Providers, Names> {
  const issue = (kind: 'login-codes' | 'phone-codes', app: string) =>
    services.ask(`/identity/${kind}`, code, { method: 'POST', body: { app } });
  const information = (app: string, language: string) =>
    services.ask('/open-data/user-info', userInfo, { method: 'POST', body: { app, language } });
  return {
    async login({ appId }) {
      const answer = await issue('login-codes', appId);
      return answer.ok ? succeed(answer.value) : failure(answer);
    },
    async checkSession({ appId }) {
      const answer = await services.ask(`/open-data/session?app=${appId}`, v.object({ valid: v.boolean() }));
      if (!answer.ok) return failure(answer);
      return answer.value.valid ? succeed({}) : refuse('NOT_ELIGIBLE', 'session time out, need relogin');
    },
    async getUserProfile({ appId, params }) {
      const answer = await information(appId, params.lang);
      return answer.ok ? succeed(answer.value) : failure(answer);
    },
    async getUserInfo({ appId, params }) {
      const answer = await information(appId, params.lang);
      if (!answer.ok) return failure(answer);
      if (params.withCredentials) return succeed(answer.value);
      const { encryptedData: _data, iv: _iv, ...open } = answer.value;
      return succeed(open);
    },
    async getPhoneNumber({ appId }) {
      const me = await services.ask('/accounts/me', profile);
      if (!me.ok) return failure(me);
      if ((await person.askPhone(appId, me.value.phone)) !== true) return refuse('CANCELLED', 'user deny');
      const issued = await issue('phone-codes', appId);
      if (!issued.ok) return failure(issued);
      const data = await services.ask('/open-data/phone', sealed, { method: 'POST', body: { app: appId } });
      return data.ok ? succeed({ ...issued.value, ...data.value }) : failure(data);
    },
    async chooseAvatar({ appId }) {
      const me = await services.ask('/accounts/me', profile);
      const chosen = await person.chooseAvatar(appId, me.ok ? me.value.avatar : '');
      if (chosen === undefined) return refuse('CANCELLED', 'cancel');
      if (chosen.length > mostPicture || !pictureData.test(chosen)) return refuse('BAD_ARGUMENT', 'this is no picture');
      return succeed({ avatarUrl: chosen });
    },
  };
}

/** Why a service did not do it, in words that name nothing of the host. */
export function failure(answer: Extract<ServiceAnswer<unknown>, { ok: false }>) {
  if (answer.code === 'SIGNED_OUT') return refuse('NOT_ELIGIBLE', 'not eligible: signed-in is required');
  return refuse('UNAVAILABLE', answer.code === 'NO_APP' ? 'invalid appid' : 'system error');
}
