import { misfit, never, notAnObject } from './case.js';

const own = never('It changes a page of the program, which asks nobody.');
const onTabs = { gives: 'fail not TabBar page' };

/** The page as a whole, the bars around it, and what is drawn on it. */
/** @type {Record<string, import('./case.js').Cases>} */
export const pageCases = {
  setNavigationBarTitle: {
    works: { options: { title: 'Winter garden' }, gives: 'ok' },
    refused: own,
    wrong: misfit('title', 'String', {}),
  },
  setNavigationBarColor: {
    works: { options: { frontColor: '#ffffff', backgroundColor: '#2f7d5b' }, gives: 'ok' },
    refused: {
      options: { frontColor: '#123456', backgroundColor: '#2f7d5b' },
      gives: 'fail invalid frontColor "#123456"',
    },
    wrong: misfit('backgroundColor', 'String', undefined, { frontColor: '#ffffff' }),
  },
  showNavigationBarLoading: { works: { options: {}, gives: 'ok' }, refused: own, wrong: notAnObject },
  hideNavigationBarLoading: { works: { options: {}, gives: 'ok' }, refused: own, wrong: notAnObject },
  stopPullDownRefresh: { works: { options: {}, gives: 'ok' }, refused: own, wrong: notAnObject },
  pageScrollTo: {
    works: { options: { scrollTop: 0, duration: 0 }, gives: 'ok' },
    refused: { options: { selector: '.nowhere' }, gives: 'fail no node matches ".nowhere"' },
    wrong: misfit('scrollTop', 'Number', 'far'),
  },
  createSelectorQuery: {
    works: {
      run: ({ wx }) =>
        new Promise((resolve) => wx.createSelectorQuery().selectViewport().boundingClientRect().exec(resolve)),
      gives: [{ width: Number, height: Number, top: 0 }],
    },
    refused: {
      run: ({ wx }) =>
        new Promise((resolve) => wx.createSelectorQuery().select('.nowhere').boundingClientRect().exec(resolve)),
      gives: [null],
    },
    wrong: {
      run: ({ wx }) =>
        new Promise((resolve) => wx.createSelectorQuery().select(undefined).fields('no fields').exec(resolve)),
      gives: [null],
    },
  },
  createIntersectionObserver: {
    works: {
      run: ({ wx }) =>
        new Promise((resolve) => {
          const observer = wx.createIntersectionObserver();
          observer.relativeToViewport().observe('.window', (/** @type {unknown} */ seen) => {
            observer.disconnect();
            resolve(seen);
          });
        }),
      gives: { intersectionRatio: Number, boundingClientRect: Object, time: Number },
    },
    refused: never('Nothing is told of what is not there, and nobody is asked.'),
    wrong: {
      run: ({ wx }) => wx.createIntersectionObserver().relativeToViewport().observe('.nowhere'),
      gives: {},
    },
  },
  createAnimation: {
    works: {
      run: ({ wx }) => wx.createAnimation({ duration: 200 }).rotate(45).step().export(),
      gives: {
        actions: [{ animates: [{ type: 'rotate', args: [45] }], option: { transition: { duration: 200, delay: 0 } } }],
      },
    },
    refused: never('It writes steps down; what the page makes of them it is free to do.'),
    wrong: {
      run: ({ wx }) => wx.createAnimation('no object').opacity(0).step().export(),
      gives: { actions: [{ option: { transition: { duration: 400, timingFunction: 'linear' } } }] },
    },
  },
  setTabBarBadge: {
    works: { options: { index: 0, text: '3' }, gives: 'ok' },
    refused: { options: { index: 9, text: '3' }, gives: 'fail tabbar item not found' },
    wrong: misfit('text', 'String', undefined, { index: 0 }),
  },
  removeTabBarBadge: {
    works: { options: { index: 0 }, gives: 'ok' },
    refused: { options: { index: 9 }, gives: 'fail tabbar item not found' },
    wrong: misfit('index', 'Number', undefined),
  },
  setTabBarItem: {
    works: { options: { index: 2, text: 'Tab bar' }, gives: 'ok' },
    refused: { options: { index: 9, text: 'None' }, gives: 'fail tabbar item not found' },
    wrong: misfit('index', 'Number', 'first'),
  },
  hideTabBar: {
    works: {
      async run({ call }) {
        const answer = await call('hideTabBar');
        await call('showTabBar');
        return answer;
      },
      gives: 'ok',
    },
    refused: {
      async run({ call }) {
        await call('navigateTo', { url: '/apis/routes/other?from=cases' });
        const answer = await call('hideTabBar');
        await call('navigateBack');
        return answer;
      },
      ...onTabs,
    },
    wrong: misfit('animation', 'Boolean', {}),
  },
  showTabBar: {
    works: { options: {}, gives: 'ok' },
    refused: {
      async run({ call }) {
        await call('navigateTo', { url: '/apis/routes/other?from=cases' });
        const answer = await call('showTabBar');
        await call('navigateBack');
        return answer;
      },
      ...onTabs,
    },
    wrong: misfit('animation', 'Boolean', {}),
  },
};
