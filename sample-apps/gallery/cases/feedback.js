import { misfit, never, notAnObject } from './case.js';

const own = never('It is drawn in the window of the program, which asks nobody.');

/** Words and questions over the page. */
/** @type {Record<string, import('./case.js').Cases>} */
export const feedbackCases = {
  showToast: {
    works: { options: { title: 'Watered', duration: 300 }, gives: 'ok' },
    refused: own,
    wrong: misfit('title', 'String', {}),
  },
  hideToast: { works: { options: {}, gives: 'ok' }, refused: own, wrong: notAnObject },
  showLoading: {
    works: {
      async run({ call }) {
        const answer = await call('showLoading', { title: 'Asking the sensors' });
        await call('hideLoading');
        return answer;
      },
      gives: 'ok',
    },
    refused: own,
    wrong: misfit('title', 'String', []),
  },
  hideLoading: { works: { options: {}, gives: 'ok' }, refused: own, wrong: notAnObject },
  showModal: {
    works: {
      options: { title: 'Water the fern?', confirmText: 'Water' },
      person: [{ answer: 'Water' }],
      gives: { errMsg: 'showModal:ok', confirm: true, cancel: false },
    },
    refused: {
      options: { title: 'Throw it away?', cancelText: 'Keep' },
      person: [{ answer: 'Keep' }],
      gives: { errMsg: 'showModal:ok', confirm: false, cancel: true },
    },
    wrong: misfit('content', 'String', {}),
  },
  showActionSheet: {
    works: {
      options: { itemList: ['Water it', 'Repot it'] },
      person: [{ answer: 'Repot it' }],
      gives: { errMsg: 'showActionSheet:ok', tapIndex: 1 },
    },
    refused: { options: { itemList: ['Water it'] }, person: [{ key: 'Escape' }], gives: 'fail cancel' },
    wrong: misfit('itemList', 'Array', undefined),
  },
};
