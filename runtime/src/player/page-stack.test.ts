import { expect, test } from '@playwright/test';
import { pageId } from '../protocol/ids.ts';
import { type Navigation, type Plan, planNavigation, type StackedPage, type StackState } from './page-stack.ts';

const rules = {
  isPage: (route: string) => ['a', 'b', 'c', 'd'].includes(route),
  isTab: (route: string) => ['a', 'b'].includes(route),
};

/** `'a c d'` opens pages 1, 2, 3; `aside` are tab pages kept by an earlier switchTab, numbered from 50. */
function state(open: string, aside = ''): StackState {
  const named = (text: string, first: number): StackedPage[] =>
    text === '' ? [] : text.split(' ').map((route, index) => ({ id: pageId(first + index), route }));
  const stack = named(open, 1);
  return { stack, tabs: [...stack.filter((page) => rules.isTab(page.route)), ...named(aside, 50)] };
}

const to = (kind: Exclude<Navigation['kind'], 'navigateBack'>, route: string): Navigation => ({
  kind,
  route,
  text: route,
});
const back = (delta: number): Navigation => ({ kind: 'navigateBack', delta });

function written(plan: Plan): string {
  if (!plan.ok) return `${plan.code} ${plan.errMsg}`;
  return plan.steps.map((step) => `${step.kind} ${step.kind === 'open' ? step.route : step.page}`).join(', ');
}

const table: [name: string, from: StackState, asked: Navigation, expected: string][] = [
  ['launch', state(''), to('launch', 'a'), 'open a'],
  ['navigateTo hides the top', state('a'), to('navigateTo', 'c'), 'hide 1, open c'],
  ['navigateTo the same page again', state('a c'), to('navigateTo', 'c'), 'hide 2, open c'],
  ['navigateTo a tab', state('c'), to('navigateTo', 'a'), 'BAD_ARGUMENT fail can not navigateTo a tabbar page'],
  ['navigateTo nowhere', state('a'), to('navigateTo', 'x'), 'PAGE_NOT_FOUND fail page "x" is not found'],
  [
    'navigateTo an inherited name',
    state('a'),
    to('navigateTo', 'toString'),
    'PAGE_NOT_FOUND fail page "toString" is not found',
  ],
  ['ten pages', state('a c c c c c c c c'), to('navigateTo', 'c'), 'hide 9, open c'],
  ['eleven pages', state('a c c c c c c c c c'), to('navigateTo', 'c'), 'LIMIT_PAGES fail webview count limit exceed'],
  ['redirectTo at ten pages', state('a c c c c c c c c c'), to('redirectTo', 'd'), 'close 10, open d'],
  ['redirectTo a tab', state('c'), to('redirectTo', 'b'), 'BAD_ARGUMENT fail can not redirectTo a tabbar page'],
  ['back one', state('a c d'), back(1), 'close 3, show 2'],
  ['back two', state('a c d'), back(2), 'close 3, close 2, show 1'],
  ['back further than there is', state('a c d'), back(99), 'close 3, close 2, show 1'],
  ['back by nothing is back by one', state('a c'), back(0), 'close 2, show 1'],
  ['back at the first page', state('a'), back(1), 'BAD_ARGUMENT fail cannot navigate back at first page'],
  ['tab to a new tab', state('a'), to('switchTab', 'b'), 'hide 1, open b'],
  ['tab to a kept tab', state('a', 'b'), to('switchTab', 'b'), 'hide 1, show 50'],
  ['tab to itself', state('a'), to('switchTab', 'a'), ''],
  ['page to its own tab', state('a c'), to('switchTab', 'a'), 'close 2, show 1'],
  ['page to another tab', state('a c d'), to('switchTab', 'b'), 'close 3, close 2, open b'],
  ['shared page to a tab', state('c'), to('switchTab', 'a'), 'close 1, open a'],
  ['switchTab elsewhere', state('a'), to('switchTab', 'c'), 'BAD_ARGUMENT fail can not switch to no-tabBar page'],
  ['reLaunch closes kept tabs too', state('a c', 'b'), to('reLaunch', 'd'), 'close 2, close 1, close 50, open d'],
  ['reLaunch a tab', state('c'), to('reLaunch', 'a'), 'close 1, open a'],
];

for (const [name, from, asked, expected] of table) {
  test(name, () => {
    expect(written(planNavigation(from, asked, rules))).toBe(expected);
  });
}
