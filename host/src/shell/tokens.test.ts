import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const folder = fileURLToPath(new URL('./', import.meta.url));
const css = readFileSync(join(folder, 'tokens.css'), 'utf8');
const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.css') && file !== 'tokens.css',
);

/** `--name` → [light, dark], six-digit colours only. */
const colours = new Map<string, readonly [string, string]>();
for (const [, name, light, dark] of css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)) {
  if (name !== undefined && light !== undefined && dark !== undefined) colours.set(name, [light, dark]);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'surface', 'surface-raised', 'sunken'];
const pairs: readonly (readonly [text: string, ground: string])[] = [
  ...grounds.flatMap((ground) => [['ink', ground] as const, ['quiet', ground] as const]),
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['ink', 'accent-tint'],
  ['quiet', 'accent-tint'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['danger', 'surface'],
  ['danger', 'paper'],
  ['danger', 'danger-tint'],
  ['warning', 'warning-tint'],
];

for (const [text, ground] of pairs) {
  test(`${text} on ${ground} has a contrast of at least 4.5 in light and dark`, () => {
    const [a, b] = [colours.get(text), colours.get(ground)];
    if (a === undefined || b === undefined) throw new Error(`tokens.css has no ${text} or ${ground}`);
    expect(contrast(a[0], b[0])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(a[1], b[1])).toBeGreaterThanOrEqual(4.5);
  });
}

test('the accent on its tint, which carries icons and large letters only, has 3', () => {
  const [a, b] = [colours.get('accent'), colours.get('accent-tint')];
  for (const mode of [0, 1] as const) expect(contrast(a?.[mode] ?? '', b?.[mode] ?? '')).toBeGreaterThanOrEqual(3);
});

test('no style sheet of the shell names a colour of its own, but for the parts that no theme may change', () => {
  const own: string[] = [];
  for (const sheet of sheets) {
    const text = readFileSync(join(folder, sheet), 'utf8');
    for (const [rule = '', selector = ''] of text.matchAll(/([^{}]+)\{[^{}]*\}/g)) {
      if (/#[0-9a-f]{3,8}\b|rgb\(/i.test(rule) && !/\.capsule|\.status-bar\[data-text/.test(selector))
        own.push(selector.trim());
    }
  }
  expect(own).toEqual([]);
});
