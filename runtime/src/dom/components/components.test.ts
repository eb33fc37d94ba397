import { expect, test } from '@playwright/test';
import { builtInTags, drawnTags } from '../../protocol/index.ts';
import { components } from './index.ts';

test('the shared list of drawn tags names what is registered here', () => {
  // `block` is gone before anything is drawn.
  expect([...components.keys(), 'block'].sort()).toEqual([...drawnTags].sort());
  expect(drawnTags.filter((tag) => !builtInTags.includes(tag))).toEqual([]);
});

test('no component has an attribute that could run or navigate on its element', () => {
  const reflected = [...components.values()].flatMap(({ reflected = [], flags = [] }) => [...reflected, ...flags]);
  expect(reflected.filter((name) => /^on|href|src|action|target|srcdoc|style|is$/.test(name))).toEqual([]);
});
