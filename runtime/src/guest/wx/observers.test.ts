import { expect, test } from '@playwright/test';
import type { Json } from '../../protocol/json.ts';
import { openWx } from './fixtures/fake-link.ts';

const noMargins = { left: 0, right: 0, top: 0, bottom: 0 };

/** Number under which the latest call of `name` observes. */
function numberOf(sent: readonly (readonly [name: string, params: Json])[], name: string): number {
  return Number(Object(sent.filter((one) => one[0] === name).at(-1)?.[1]).observer);
}

test('an intersection observer sends areas, thresholds and the component it looks in', () => {
  const { call, sent } = openWx();
  const options = { thresholds: [0, 0.5, 7, 'x'], initialRatio: 0.25, observeAll: true };
  const observer = Object(call('createIntersectionObserver', 'component', options));
  const chained = observer.relativeTo('.area', { top: 5, left: 'x' }).relativeToViewport({ bottom: -20 });
  chained.observe('.target', () => undefined);
  expect(sent).toEqual([
    [
      'observeIntersection',
      {
        page: 3,
        block: 7,
        observer: numberOf(sent, 'observeIntersection'),
        selector: '.target',
        all: true,
        thresholds: [0, 0.5],
        initialRatio: 0.25,
        areas: [
          { selector: '.area', margins: { ...noMargins, top: 5 } },
          { selector: null, margins: { ...noMargins, bottom: -20 } },
        ],
      },
    ],
  ]);
});

test('without areas it is the viewport, without options the first node and any part of it', () => {
  const { call, sent } = openWx();
  Object(call('createIntersectionObserver')).observe('.target', () => undefined);
  expect(sent).toMatchObject([
    [
      'observeIntersection',
      { block: 0, all: false, thresholds: [0], initialRatio: 0, areas: [{ selector: null, margins: noMargins }] },
    ],
  ]);
});

test('what is seen reaches the callback with the dataset of the node, until it is disconnected', () => {
  const { call, sent, notify, guarded } = openWx();
  const heard: unknown[] = [];
  const observer = Object(call('createIntersectionObserver'));
  observer.observe('.a', (seen: unknown) => heard.push(['a', seen]));
  const first = numberOf(sent, 'observeIntersection');
  observer.observe('.b', () => {
    throw new Error('oh');
  });
  const second = numberOf(sent, 'observeIntersection');
  expect(second).not.toBe(first);
  notify('observed', { observer: first, block: 9, node: 2, id: 'x', intersectionRatio: 0.5 });
  notify('observed', { observer: second, block: 9, node: 3, id: '', intersectionRatio: 1 });
  notify('observed', { observer: 1e6, block: 9, node: 2 });
  expect(heard).toEqual([['a', { id: 'x', intersectionRatio: 0.5, dataset: { at: '3/9/2' } }]]);
  expect(guarded).toEqual([['callback of IntersectionObserver.observe', 'oh']]);
  observer.disconnect();
  observer.disconnect();
  notify('observed', { observer: first, block: 9, node: 2, id: 'x', intersectionRatio: 0 });
  expect(heard.length).toBe(1);
  expect(sent.slice(2)).toEqual([['stopObserving', { observers: [first, second] }]]);
});

test('what cannot be observed is said once, with the reason', () => {
  const { call, settle, warnings } = openWx();
  Object(call('createIntersectionObserver')).observe('.none', () => undefined);
  settle({ ok: false, error: { errMsg: 'fail no node matches ".none"' } });
  expect(warnings).toEqual(['OBSERVER createIntersectionObserver observes nothing: no node matches ".none"']);
});

test('one asked for by a component that is not drawn observes nothing and does no harm', async () => {
  const { call, sent } = openWx();
  const observer = Object(call('createIntersectionObserver', 'gone'));
  observer.observe('.a', () => undefined);
  await Promise.resolve();
  expect(sent).toEqual([]);
  observer.disconnect();
});
