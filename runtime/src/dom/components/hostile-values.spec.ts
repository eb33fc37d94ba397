import type { Json } from '../../protocol/index.ts';
import { hostileStyles, hostileUrls, hostileWords } from '../fixtures/hostile-values.ts';
import { el, expect, mount, patch, skeleton, test } from '../fixtures/painted.ts';

const loading: [tag: string, attribute: string][] = [
  ['image', 'src'],
  ['cover-image', 'src'],
  ['video', 'src'],
  ['video', 'poster'],
  ['audio', 'src'],
  ['audio', 'poster'],
  ['navigator', 'url'],
  ['web-view', 'src'],
  ['live-player', 'src'],
];
const naming: [tag: string, attribute: string][] = [
  ['view', 'id'],
  ['view', 'class'],
  ['view', 'role'],
  ['view', 'aria-label'],
  ['view', 'animation'],
  ['view', 'hover-class'],
  ['icon', 'type'],
  ['icon', 'color'],
  ['input', 'placeholder-class'],
  ['input', 'placeholder-style'],
  ['input', 'type'],
  ['input', 'value'],
  ['textarea', 'placeholder'],
  ['scroll-view', 'scroll-into-view'],
  ['label', 'for'],
  ['button', 'open-type'],
  ['progress', 'color'],
  ['slider', 'block-color'],
  ['switch', 'color'],
  ['picker', 'range'],
  ['swiper', 'current'],
  ['text', 'space'],
];
const all = [
  ...loading.flatMap((place) => hostileUrls.map((value) => [...place, value] as const)),
  ...['view', 'image', 'button', 'input'].flatMap((tag) =>
    hostileStyles.map((value) => [tag, 'style', value] as const),
  ),
  ...naming.flatMap((place) => hostileWords.map((value) => [...place, value] as const)),
];

test(`${all.length} hostile styles, addresses and words run nothing, add no element and reach nobody`, async ({
  painted,
  context,
}) => {
  expect(hostileUrls.length + hostileStyles.length + hostileWords.length).toBeGreaterThan(150);
  const { page } = painted;
  // A policy says what it stopped.
  painted.expectComplaint(/Content Security Policy|Failed to load|Not allowed to load|Unsafe attempt/);
  const asked: string[] = [];
  await context.route('**/*', async (route) => {
    asked.push(route.request().url());
    await route.continue();
  });
  const places = [...new Set(all.map(([tag, attribute]) => `${tag} ${attribute}`))].map((one) => one.split(' '));
  await painted.open({
    skeletons: places.map(([tag = '', attribute = '']) => skeleton(1, el(tag, { holes: { [attribute]: 0 } }))),
  });
  for (const [index] of places.entries()) await painted.apply(mount(index + 1, index, ['']));
  const foreign = () =>
    page.evaluate(() => {
      const drawn = document.querySelector('iframe')?.contentDocument;
      const kept = [...(drawn?.querySelectorAll('*') ?? [])];
      return kept.flatMap((one) => [
        ...(/^(?:script|iframe|object|embed|link|base|form|meta)$/.test(one.localName) && one.closest('body')
          ? [one.localName]
          : []),
        ...one.getAttributeNames().filter((name) => name.startsWith('on')),
        ...['src', 'href', 'data', 'action', 'poster', 'srcset']
          .map((name) => one.getAttribute(name) ?? '')
          .filter((value) => !/^(?:$|https?:|blob:|data:(?:image|video|audio|font)\/)/.test(value)),
      ]);
    });
  for (const [tag, attribute, value] of all) {
    const id = places.findIndex(([one, name]) => one === tag && name === attribute) + 1;
    await painted.apply(patch(id, 0, value));
  }
  const odd: Json[] = [null, true, 7, -1, 1e308, [], {}, [[]], { src: 'x' }, { __proto__: null }];
  for (const value of odd) await painted.apply(...places.map((_, index) => patch(index + 1, 0, value)));
  await painted.settled();
  expect(await foreign()).toEqual([]);
  expect(
    await page.evaluate(() => [Object.hasOwn(globalThis, 'evil'), Object.hasOwn(Object.prototype, 'src')]),
  ).toEqual([false, false]);
  expect(page.frames().length).toBeLessThanOrEqual(3);
  expect(asked.filter((address) => new URL(address).hostname === 'evil.example')).toEqual([]);
});
