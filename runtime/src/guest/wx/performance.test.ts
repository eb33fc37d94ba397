import { expect, test } from '@playwright/test';
import { openWx } from './fixtures/fake-link.ts';

const entry = (name: string, startTime: number) => ({ entryType: 'navigation', name, startTime, duration: 5 });

test('what the player measured is kept, picked from, and told to who observes', () => {
  const { call, notify, endTurn } = openWx();
  notify('performance', [entry('appLaunch', 1), { ...entry('firstRender', 2), entryType: 'render' }]);
  const performance = Object(call('getPerformance'));
  expect(call('getPerformance')).toBe(performance);
  expect(performance.getEntries()).toHaveLength(2);
  expect(performance.getEntriesByType('render')).toMatchObject([{ name: 'firstRender' }]);
  expect(performance.getEntriesByName('appLaunch', 'render')).toEqual([]);

  const heard: unknown[] = [];
  const observer = performance.createObserver((list: { getEntries(): unknown }) => heard.push(list.getEntries()));
  expect(observer.supportedEntryTypes).toContain('navigation');
  observer.observe({ entryTypes: ['navigation'] });
  notify('performance', [entry('route', 3), { ...entry('firstRender', 4), entryType: 'render' }]);
  expect(heard).toEqual([[entry('route', 3)]]);
  observer.observe({ type: 'render', buffered: true });
  endTurn();
  expect(heard.at(-1)).toMatchObject([{ startTime: 2 }, { startTime: 4 }]);
  observer.disconnect();
  notify('performance', [entry('route', 6)]);
  expect(heard).toHaveLength(2);

  performance.setBufferSize(2);
  notify('performance', [entry('route', 7)]);
  expect(performance.getEntries()).toMatchObject([{ startTime: 6 }, { startTime: 7 }]);
});

test('marks of the program, and what lies between two of them', () => {
  const { call } = openWx();
  const performance = Object(call('getPerformance'));
  performance.mark('a');
  performance.mark('b');
  performance.measure('between', 'a', 'b');
  const [a] = performance.getEntriesByName('a');
  const [b] = performance.getEntriesByName('b');
  const [between] = performance.getEntriesByType('measure');
  expect(between).toEqual({
    entryType: 'measure',
    name: 'between',
    startTime: a.startTime,
    duration: b.startTime - a.startTime,
  });
  performance.clearMarks('a');
  expect(performance.getEntriesByType('mark')).toMatchObject([{ name: 'b' }]);
  performance.clearMarks();
  performance.clearMeasures();
  expect(performance.getEntries()).toEqual([]);
});
