import { hostileHtml, hostileNodes } from '../fixtures/hostile-html.ts';
import { el, expect, mount, patch, skeleton, test } from '../fixtures/painted.ts';

const trusted = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em ' +
    'fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section ' +
    'small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);
const attributes = new Set('class style alt src height width dir span colspan rowspan start type'.split(' '));

test('rich-text: 300 hostile texts and lists run nothing, keep nothing that is not trusted and reach nobody', async ({
  painted,
  context,
}) => {
  const { page, frame } = painted;
  // A style may name a foreign host, as any sheet of the program may: the page's policy stops it, and says so.
  painted.expectComplaint(/Content Security Policy/);
  painted.expectComplaint(/Failed to load resource|Not allowed to load local resource|Unsafe attempt to load URL/);
  const asked: string[] = [];
  await context.route('**/*', async (route) => {
    asked.push(route.request().url());
    await route.continue();
  });
  await painted.open({ skeletons: [skeleton(1, el('rich-text', { holes: { nodes: 0 } }))] });
  await painted.apply(mount(1, 0, ['']));
  const vectors = [...hostileHtml, ...hostileNodes.map((node) => [node])];
  expect(vectors.length).toBeGreaterThan(300);
  const host = frame.locator('wx-rich-text');
  for (const vector of vectors) {
    await painted.apply(patch(1, 0, vector));
    const kept = await host.evaluate((element) =>
      [...element.querySelectorAll('*')].map((one) => ({
        name: one.localName,
        namespace: one.namespaceURI,
        attributes: one.getAttributeNames(),
        source: one.getAttribute('src') ?? '',
      })),
    );
    for (const { name, namespace, attributes: names, source } of kept) {
      expect([vector, name, trusted.has(name), namespace]).toEqual([
        vector,
        name,
        true,
        'http://www.w3.org/1999/xhtml',
      ]);
      expect([vector, names.filter((one) => !attributes.has(one))]).toEqual([vector, []]);
      expect([vector, /^(?:$|https?:|blob:|data:image\/)/.test(source)]).toEqual([vector, true]);
    }
  }
  await painted.settled();
  expect(await page.evaluate(() => Object.hasOwn(globalThis, 'evil'))).toBe(false);
  expect(page.frames().length).toBeLessThanOrEqual(3);
  expect(asked.filter((address) => new URL(address).hostname === 'evil.example')).toEqual([]);
});
