import { misfit, never, notAnObject, tooOften } from './case.js';

const untapped = 'fail can only be invoked by user TAP gesture.';
const user = { userInfo: { nickName: String, avatarUrl: String }, rawData: String, signature: String };

/**
 * Calls when nobody has tapped for a while.
 * @param {string} name
 * @param {object} [options]
 * @returns {import('./case.js').Case}
 */
const withoutTap = (name, options = {}) => ({
  async run({ call, untouched }) {
    await untouched();
    return call(name, options);
  },
  gives: untapped,
});

/**
 * Calls right after a tap.
 * @param {string} name
 * @param {object} options
 * @param {import('./case.js').Part[]} person
 * @param {unknown} gives
 * @returns {import('./case.js').Case}
 */
const afterTap = (name, options, person, gives) => ({
  async run({ call, goOn }) {
    await goOn();
    return call(name, options);
  },
  person: [{ goOn: true }, ...person],
  gives,
});

/** The case before may have used up what a second allows. */
/** @param {import('./case.js').Kit} kit */
async function signIn({ call, until }) {
  let code;
  await until(async () => {
    ({ code } = await call('login'));
    return code !== undefined;
  });
  return code;
}

/** An order of the gallery's own server, which is a merchant: what `requestPayment` takes. */
/** @param {import('./case.js').Kit} kit */
async function order(kit) {
  const code = await signIn(kit);
  const answer = await kit.call('request', {
    url: 'https://api.gallery.example/orders',
    method: 'POST',
    data: { code },
  });
  if (answer.statusCode !== 200) throw new Error(`no order: ${JSON.stringify(answer)}`);
  return answer.data;
}

/** @param {import('./case.js').Kit} kit */
const pay = async (kit) => kit.call('requestPayment', await order(kit));

/** Who the person is to the program, and what they allow it. */
/** @type {Record<string, import('./case.js').Cases>} */
export const peopleCases = {
  requirePrivacyAuthorize: {
    // Accepted once, it stays so: closing the contract comes first.
    refused: { options: {}, person: [{ key: 'Escape' }], gives: 'fail privacy permission is not authorized' },
    works: { options: {}, person: [{ press: 'Accept' }], gives: 'ok' },
    wrong: notAnObject,
  },
  login: {
    works: { options: {}, gives: { errMsg: 'login:ok', code: /^[\w-]{32}$/ } },
    refused: tooOften('login', 10),
    wrong: misfit('timeout', 'Number', {}),
  },
  checkSession: {
    works: {
      async run(kit) {
        await order(kit);
        return kit.call('checkSession');
      },
      gives: 'ok',
    },
    refused: tooOften('checkSession', 10),
    wrong: notAnObject,
  },
  authorize: {
    refused: { options: { scope: 'scope.record' }, person: [{ key: 'Escape' }], gives: 'fail auth canceled' },
    works: { options: { scope: 'scope.record' }, person: [{ press: 'Allow' }], gives: 'ok' },
    wrong: {
      options: { scope: 'scope.everything' },
      gives: 'fail parameter error: parameter.scope should be a known scope instead of String;',
    },
  },
  getSetting: {
    works: { options: {}, gives: { errMsg: 'getSetting:ok', authSetting: Object } },
    refused: tooOften('getSetting', 100),
    wrong: misfit('withSubscriptions', 'Boolean', {}),
  },
  openSetting: {
    works: afterTap('openSetting', {}, [{ press: 'Done' }], { errMsg: 'openSetting:ok', authSetting: Object }),
    refused: withoutTap('openSetting'),
    wrong: misfit('withSubscriptions', 'Boolean', []),
  },
  getUserInfo: {
    works: { options: {}, gives: { errMsg: 'getUserInfo:ok', ...user } },
    refused: tooOften('getUserInfo', 10),
    wrong: misfit('withCredentials', 'Boolean', {}),
  },
  getUserProfile: {
    works: afterTap('getUserProfile', { desc: 'to name your plants' }, [], { errMsg: 'getUserProfile:ok', ...user }),
    refused: withoutTap('getUserProfile', { desc: 'to name your plants' }),
    wrong: misfit('desc', 'String', undefined),
  },
  requestSubscribeMessage: {
    works: afterTap('requestSubscribeMessage', { tmplIds: ['watering'] }, [{ press: 'Allow' }], {
      errMsg: 'requestSubscribeMessage:ok',
      watering: 'accept',
    }),
    refused: withoutTap('requestSubscribeMessage', { tmplIds: ['watering'] }),
    wrong: misfit('tmplIds', 'Array', 'watering'),
  },
  showShareMenu: {
    works: { options: {}, gives: 'ok' },
    refused: tooOften('showShareMenu', 100),
    wrong: misfit('menus', 'Array', 'shareTimeline'),
  },
  openPrivacyContract: {
    works: { options: {}, person: [{ press: 'Close' }], gives: 'ok' },
    refused: never('It is there to be read: whoever closes it has refused nothing.'),
    wrong: notAnObject,
  },
  requestPayment: {
    works: { run: pay, person: [{ pin: '246810' }], gives: 'ok' },
    refused: { run: pay, person: [{ sees: '0 of 6 digits entered' }, { key: 'Escape' }], gives: 'fail cancel' },
    wrong: misfit('timeStamp', 'String', undefined),
  },
};
