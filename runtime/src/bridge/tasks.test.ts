import { expect, test } from '@playwright/test';
import { createTasks } from './tasks.ts';

function open() {
  const faults: string[] = [];
  const events: unknown[] = [];
  const tasks = createTasks((name, error) => faults.push(`${name}: ${error instanceof Error ? error.message : error}`));
  tasks.onEvent((data) => events.push(data));
  return { tasks, faults, events };
}

test('events carry the guest’s number, and only what the capability declares', () => {
  const { tasks, events, faults } = open();
  const task = tasks.start('uploadFile', 7);
  task?.emit('progress', { progress: 1, totalBytesSent: 2, totalBytesExpectedToSend: 3, surplus: 4 });
  task?.emit('progress', { progress: 'much' });
  task?.emit('constructor', {});
  expect(events).toEqual([
    { task: 7, event: 'progress', data: { progress: 1, totalBytesSent: 2, totalBytesExpectedToSend: 3 } },
  ]);
  expect(faults).toEqual([
    'uploadFile: the event progress is not as declared',
    'uploadFile: the event constructor is not as declared',
  ]);
});

test('a number is taken once, and free again after the end', () => {
  const { tasks, events } = open();
  const first = tasks.start('connectSocket', 1);
  expect(tasks.start('request', 1)).toBeUndefined();
  first?.end();
  first?.emit('message', { text: 'late' });
  const heard: unknown[] = [];
  const second = tasks.start('connectSocket', 1);
  second?.onSignal((...given) => heard.push(given));
  first?.end();
  tasks.signal(1, 'send', { text: 'a' });
  tasks.signal(2, 'send', null);
  expect(heard).toEqual([['send', { text: 'a' }]]);
  expect(events).toEqual([]);
});

test('there are only so many at once', () => {
  const { tasks } = open();
  const started = Array.from({ length: 300 }, (_, id) => tasks.start('request', id)).filter(Boolean);
  expect(started.length).toBe(256);
});

test('when the program is gone its tasks end and nothing is told', () => {
  const { tasks, events } = open();
  const task = tasks.start('connectSocket', 1);
  tasks.dispose();
  expect(task?.gone.aborted).toBe(true);
  task?.emit('message', { text: 'late' });
  expect(events).toEqual([]);
});
