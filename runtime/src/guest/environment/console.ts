import type { LogLevel } from '../../protocol/sandbox.ts';
import { stringify } from '../intrinsics.ts';
import type { Door } from '../outbox.ts';
import { formatValue, formatValues } from './format-value.ts';

type Print = (...values: unknown[]) => void;

/** `console` for programs. Every line leaves at once, so that it is seen even when the turn never ends. */
export function createConsole(door: Door, now: () => number): Record<string, Print> {
  let indent = '';
  const timers = new Map<string, number>();
  const counts = new Map<string, number>();

  const write = (level: LogLevel, text: string): void => {
    const line = indent === '' ? text : `${indent}${text.replaceAll('\n', `\n${indent}`)}`;
    door('log', stringify({ level, text: line, stack: callerStack() }) ?? '');
  };
  const printer =
    (level: LogLevel): Print =>
    (...values) =>
      write(level, formatValues(values));
  const since = (label: unknown): string => `${String(label)}: ${now() - (timers.get(String(label)) ?? now())} ms`;
  const open: Print = (...values) => {
    if (values.length > 0) write('log', formatValues(values));
    indent += '  ';
  };

  return {
    debug: printer('debug'),
    log: printer('log'),
    info: printer('info'),
    warn: printer('warn'),
    error: printer('error'),
    trace: (...values) => write('log', `Trace: ${formatValues(values)}\n${callerStack()}`),
    dir: (value) => write('log', formatValue(value)),
    table: (value) => write('log', formatValue(value)),
    assert: (condition, ...values) => {
      if (!condition) write('error', `Assertion failed: ${formatValues(values)}`);
    },
    group: open,
    groupCollapsed: open,
    groupEnd: () => {
      indent = indent.slice(2);
    },
    count: (label = 'default') => {
      const count = (counts.get(String(label)) ?? 0) + 1;
      counts.set(String(label), count);
      write('log', `${String(label)}: ${count}`);
    },
    countReset: (label = 'default') => {
      counts.delete(String(label));
    },
    time: (label = 'default') => {
      timers.set(String(label), now());
    },
    timeLog: (label = 'default', ...values) => write('log', `${since(label)} ${formatValues(values)}`.trim()),
    timeEnd: (label = 'default') => {
      write('log', since(label));
      timers.delete(String(label));
    },
    clear: () => {},
  };
}

/** Frames of the program that called: those of this file are cut off. */
function callerStack(): string {
  const lines = (new Error().stack ?? '').split('\n');
  // V8 puts the message first, QuickJS does not.
  const first = lines[0]?.trimStart().startsWith('at ') ? 0 : 1;
  return lines.slice(first + 3).join('\n');
}
