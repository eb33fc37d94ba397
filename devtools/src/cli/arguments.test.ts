import { expect, test } from '@playwright/test';
import { Arguments, UsageError } from './arguments.ts';

test('flags, options and positionals in any order', () => {
  const args = new Arguments(['--json', 'folder', '--out', 'dist']);
  expect(args.flag('json')).toBe(true);
  expect(args.flag('json')).toBe(false);
  expect(args.option('out')).toBe('dist');
  expect(args.positional('The folder')).toBe('folder');
  args.done();
});

test('what is missing or unknown is named', () => {
  expect(() => new Arguments(['--out']).option('out')).toThrow(new UsageError('--out needs a value.'));
  expect(() => new Arguments(['--out', '--json']).option('out')).toThrow('--out needs a value.');
  expect(() => new Arguments([]).positional('The folder')).toThrow('The folder is missing.');
  expect(() => new Arguments(['--wat']).done()).toThrow('Not understood: --wat.');
});
