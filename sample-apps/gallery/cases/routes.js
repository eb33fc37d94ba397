import { misfit } from './case.js';

const other = '/apis/routes/other?from=cases';
const tab = '/pages/views/views';
const wrong = misfit('url', 'String', undefined);
/** @param {string} name */
const nowhere = (name) => ({
  options: { url: '/apis/gone/gone' },
  gives: `${name}:fail page "apis/gone/gone" is not found`,
});

/** From page to page. Each case ends on the page it began on. */
/** @type {Record<string, import('./case.js').Cases>} */
export const routeCases = {
  navigateTo: {
    works: {
      async run({ call }) {
        const answer = await call('navigateTo', { url: other });
        await call('navigateBack');
        return answer;
      },
      gives: { errMsg: 'navigateTo:ok', eventChannel: Object },
    },
    refused: { options: { url: tab }, gives: 'fail can not navigateTo a tabbar page' },
    wrong,
  },
  navigateBack: {
    works: {
      async run({ call }) {
        await call('navigateTo', { url: other });
        return call('navigateBack');
      },
      gives: 'ok',
    },
    refused: {
      async run({ call, comeBack }) {
        await call('switchTab', { url: tab });
        const answer = await call('navigateBack');
        await comeBack();
        return answer;
      },
      gives: 'fail cannot navigate back at first page',
    },
    wrong: misfit('delta', 'Number', 'two'),
  },
  redirectTo: {
    works: {
      async run({ call }) {
        await call('navigateTo', { url: other });
        const answer = await call('redirectTo', { url: other });
        await call('navigateBack');
        return answer;
      },
      gives: 'ok',
    },
    refused: { options: { url: tab }, gives: 'fail can not redirectTo a tabbar page' },
    wrong,
  },
  reLaunch: {
    works: {
      async run({ call, comeBack }) {
        const answer = await call('reLaunch', { url: tab });
        await comeBack();
        return answer;
      },
      gives: 'ok',
    },
    refused: nowhere('reLaunch'),
    wrong,
  },
  switchTab: {
    works: {
      async run({ call, comeBack }) {
        const answer = await call('switchTab', { url: tab });
        await comeBack();
        return answer;
      },
      gives: 'ok',
    },
    refused: { options: { url: other }, gives: 'fail can not switch to no-tabBar page' },
    wrong,
  },
};
