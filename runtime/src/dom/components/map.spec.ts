import type { Json } from '../../protocol/index.ts';
import { el, expect, mount, type Painted, patch, skeleton, test, words } from '../fixtures/painted.ts';

test.use({ locale: 'en-US' });

const events = [
  'tap',
  'markertap',
  'labeltap',
  'callouttap',
  'controltap',
  'updated',
  'regionchange',
  'polylinetap',
  'error',
];
const here = { latitude: 23.1, longitude: 113.3 };
const mapOf = (attributes: Record<string, Json> = {}, holes: Record<string, number> = {}) =>
  skeleton(
    Object.keys(holes).length,
    el(
      'map',
      { attributes: { id: 'm', ...here, scale: 14, ...attributes }, holes, events },
      el('cover-view', {}, words('over')),
    ),
  );
const open = async (
  painted: Painted,
  attributes: Record<string, Json> = {},
  holes: Record<string, number> = {},
  values: Json[] = [],
) => {
  await painted.open({ skeletons: [mapOf(attributes, holes)], sheet: 'wx-map{width:300px;height:300px}' });
  await painted.apply(mount(1, 0, values));
  await expect(painted.frame.locator('.wx-grid').first()).toBeVisible();
  await painted.settled();
};
const call = async (painted: Painted, method: string, params: Json = {}): Promise<Json> => {
  const text = await painted.page.evaluate(
    async ([name, given]) => JSON.stringify(await world.call(name, JSON.parse(given))),
    [method, JSON.stringify(params)] as const,
  );
  return JSON.parse(text);
};
const detailsOf = async (painted: Painted, type: string): Promise<Json[]> =>
  (await painted.take()).filter((event) => event.type === type).map(({ detail }) => detail);

test('map: a grid without tiles, moved by the finger, zoomed by the wheel, with what happened told', async ({
  painted,
}) => {
  const { page } = painted;
  await open(painted);
  expect(await detailsOf(painted, 'updated')).toEqual([{}]);
  await painted.press(150, 150);
  await painted.moveTo(140, 150);
  await painted.moveTo(50, 150);
  await painted.release(50, 150);
  await painted.advance(1_000);
  await painted.happened(
    { type: 'regionchange', detail: { causedBy: 'gesture' } },
    { type: 'regionchange', detail: { causedBy: 'drag' } },
  );
  const moved = Object(Object(await call(painted, 'getCenterLocation')).result);
  expect(moved.longitude).toBeGreaterThan(113.305);
  expect(moved.latitude).toBeCloseTo(23.1, 3);
  await page.mouse.move(150, 150);
  await page.mouse.wheel(0, -240);
  await expect.poll(async () => Object(Object(await call(painted, 'getScale')).result).scale).toBe(15);
  await painted.advance(200);
  expect((await detailsOf(painted, 'regionchange')).at(-1)).toMatchObject({
    type: 'end',
    causedBy: 'scale',
    scale: 15,
  });
});

test('map: attributes move it, and limits hold; scroll and zoom can be turned off', async ({ painted }) => {
  const { page } = painted;
  await open(
    painted,
    { 'enable-scroll': false, 'enable-zoom': false, 'max-scale': 16 },
    { latitude: 0, longitude: 1, scale: 2 },
    [23.1, 113.3, 14],
  );
  await painted.take();
  await painted.press(150, 150);
  await painted.moveTo(50, 150);
  await painted.release(50, 150);
  await page.mouse.move(150, 150);
  await page.mouse.wheel(0, -480);
  const { result: still } = Object(await call(painted, 'getCenterLocation'));
  expect([still.latitude, still.longitude].map((one) => Math.round(one * 1_000) / 1_000)).toEqual([23.1, 113.3]);
  await painted.apply(patch(1, 0, 30, 1, 120, 2, 99));
  await expect.poll(async () => Object(await call(painted, 'getScale')).result).toEqual({ scale: 16 });
  const { result } = Object(await call(painted, 'getCenterLocation'));
  expect([result.latitude, result.longitude].map((one) => Math.round(one * 1_000) / 1_000)).toEqual([30, 120]);
  expect((await detailsOf(painted, 'regionchange')).at(-1)).toMatchObject({ causedBy: 'update' });
});

test('map: markers, callouts, labels, lines, controls and the ground tell which of them was tapped', async ({
  painted,
}) => {
  const { frame } = painted;
  await open(painted, {
    markers: [
      { id: 7, ...here, title: 'Seven', label: { content: 'label', anchorX: 20, anchorY: 4, color: '#c2413b' } },
      {
        id: 8,
        latitude: 23.105,
        longitude: 113.29,
        iconPath: '/picture.svg?w=20&h=20',
        width: 20,
        height: 20,
        rotate: 45,
        alpha: 0.5,
        callout: { content: 'always', display: 'ALWAYS', bgColor: '#ffeecc' },
      },
      { id: 9, latitude: 'nowhere' },
    ],
    polyline: [
      {
        id: 3,
        points: [
          { latitude: 23.09, longitude: 113.29 },
          { latitude: 23.09, longitude: 113.31 },
        ],
        width: 12,
        color: '#2f7d5bcc',
      },
    ],
    circles: [{ ...here, radius: 300, fillColor: '#2f7d5b33', color: '#2f7d5b' }],
    polygons: [
      {
        points: [here, { latitude: 23.101, longitude: 113.301 }, { latitude: 23.1, longitude: 113.302 }],
        fillColor: '#00000022',
      },
    ],
    controls: [
      { id: 5, position: { left: 4, top: 4, width: 30, height: 30 }, iconPath: '/picture.svg', clickable: true },
    ],
  });
  await expect(frame.locator('wx-pin')).toHaveCount(2);
  await expect(frame.locator('path')).toHaveCount(4);
  await painted.take();
  await expect(frame.getByText('Seven')).toBeHidden();
  await frame.locator('wx-drop').click();
  expect(await detailsOf(painted, 'markertap')).toEqual([{ markerId: 7 }]);
  await expect(frame.getByText('Seven')).toBeVisible();
  await frame.getByText('always').click();
  expect(await detailsOf(painted, 'callouttap')).toEqual([{ markerId: 8 }]);
  await frame.getByText('label', { exact: true }).click();
  expect(await detailsOf(painted, 'labeltap')).toEqual([{ markerId: 7 }]);
  await frame.locator('wx-control').click();
  const control = await painted.take();
  expect(control.map(({ type, detail }) => [type, detail])).toEqual([['controltap', { controlId: 5 }]]);
  const line = await call(painted, 'toScreenLocation', { latitude: 23.09, longitude: 113.3 });
  const { x, y } = Object(Object(line).result);
  await painted.press(x, y);
  await painted.release(x, y);
  const [first, second] = await painted.take();
  expect([first?.type, second?.type]).toEqual(['polylinetap', 'tap']);
  expect(first?.detail).toMatchObject({ polylineId: 3 });
  expect(Object(second?.detail).latitude).toBeCloseTo(23.09, 3);
  await expect(frame.getByText('Seven')).toBeHidden();
  await expect(frame.getByText('over')).toHaveCount(1);
});

test('map: its context reads the view and works on markers', async ({ painted }) => {
  const { frame } = painted;
  await open(painted, { markers: [{ id: 1, ...here }], 'show-scale': true, 'show-compass': true });
  await expect(frame.locator('wx-scale')).toHaveText('500 m');
  await expect(frame.locator('wx-compass')).toBeVisible();
  const { result: region } = Object(await call(painted, 'getRegion'));
  expect(region.southwest.latitude).toBeLessThan(23.1);
  expect(region.northeast.longitude).toBeGreaterThan(113.3);
  expect(await call(painted, 'getRotate')).toEqual({ ok: true, result: { rotate: 0 } });
  expect(await call(painted, 'toScreenLocation', here)).toEqual({ ok: true, result: { x: 150, y: 150 } });
  const { result: back } = Object(await call(painted, 'fromScreenLocation', { x: 150, y: 150 }));
  expect([back.latitude, back.longitude].map((one) => Math.round(one * 10_000) / 10_000)).toEqual([23.1, 113.3]);
  await call(painted, 'addMarkers', { markers: [{ id: 2, latitude: 23.11, longitude: 113.3 }] });
  await expect(frame.locator('wx-pin')).toHaveCount(2);
  expect(
    await call(painted, 'translateMarker', { markerId: 2, destination: here, duration: 0, autoRotate: false }),
  ).toMatchObject({ ok: true });
  await call(painted, 'removeMarkers', { markerIds: [1] });
  await expect(frame.locator('wx-pin')).toHaveCount(1);
  expect(await call(painted, 'moveAlong', { markerId: 1, path: [here] })).toMatchObject({ ok: false });
  await call(painted, 'includePoints', {
    points: [
      { latitude: 20, longitude: 110 },
      { latitude: 30, longitude: 120 },
    ],
    padding: [10],
  });
  const { result: wide } = Object(await call(painted, 'getScale'));
  expect(wide.scale).toBeLessThan(6);
  await call(painted, 'moveToLocation', here);
  expect(await call(painted, 'getCenterLocation')).toMatchObject({ ok: true });
  expect(await call(painted, 'moveToLocation', {})).toMatchObject({ ok: false });
  await call(painted, 'addArc', { id: 1, start: here, end: { latitude: 24, longitude: 114 } });
  await expect(frame.locator('.leaflet-overlay-pane path')).toHaveCount(1);
  await call(painted, 'removeArc', { id: 1 });
  await expect(frame.locator('.leaflet-overlay-pane path')).toHaveCount(0);
  await call(painted, 'addGroundOverlay', {
    id: 1,
    src: '/picture.svg',
    bounds: { southwest: here, northeast: { latitude: 24, longitude: 114 } },
  });
  await expect(frame.locator('.leaflet-image-layer')).toHaveCount(1);
  for (const method of ['openMapApp', 'addCustomLayer', 'constructor', '__proto__']) {
    expect([method, await call(painted, method)]).toMatchObject([method, { ok: false }]);
  }
});

test('map: markers that may join do so where they are close, and a gone map answers nothing', async ({ painted }) => {
  const { frame } = painted;
  const markers = [0, 1, 2].map((id) => ({ id, latitude: 23.1 + id / 100_000, longitude: 113.3, joinCluster: true }));
  await open(painted, { markers: [...markers, { id: 9, latitude: 23.11, longitude: 113.31, joinCluster: true }] });
  await expect(frame.locator('wx-cluster')).toHaveText('3');
  await call(painted, 'on', { event: 'markerClusterCreate', listener: 4 });
  await call(painted, 'on', { event: 'markerClusterClick', listener: 5 });
  await call(painted, 'initMarkerCluster', { enableDefaultStyle: false, gridSize: 30 });
  await expect(frame.locator('wx-cluster')).toHaveCount(0);
  const [created] = await detailsOf(painted, 'context-event');
  const { listener, detail } = Object(created);
  expect(listener).toBe(4);
  expect(detail.clusters).toHaveLength(1);
  const [{ clusterId, center, markerIds }] = detail.clusters;
  expect([markerIds, Math.round(center.longitude * 1_000)]).toEqual([[0, 1, 2], 113_300]);
  // The program's own sign, of one cluster that is there and one that is not.
  const sign = { ...center, iconPath: '/picture.svg', width: 30, height: 30 };
  await call(painted, 'addMarkers', {
    markers: [
      { ...sign, id: 90, clusterId },
      { ...sign, id: 91, clusterId: 1_000 },
    ],
  });
  await expect(frame.locator('wx-pin:visible')).toHaveCount(2);
  await frame.locator('wx-pin:visible img').click();
  const [clicked, more] = await detailsOf(painted, 'context-event');
  expect(clicked).toEqual({ listener: 5, detail: { cluster: { clusterId, center, markerIds } } });
  expect(more).toBeUndefined();
  expect(await call(painted, 'getScale')).toEqual({ ok: true, result: { scale: 20 } });
  await call(painted, 'removeMarkers', { markerIds: [1, 2] });
  // What is left of the cluster, and the one that never joined; the sign of the cluster is gone.
  await expect(frame.locator('wx-pin:visible')).toHaveCount(2);
  await expect(frame.locator('wx-pin:visible img')).toHaveCount(0);
  await call(painted, 'addMarkers', { markers: [{ ...markers[1], id: 1 }] });
  await call(painted, 'initMarkerCluster', { gridSize: 200 });
  await expect(frame.locator('wx-pin:visible')).toHaveCount(1);
  await painted.apply([3, 1]);
  expect(await call(painted, 'getScale')).toMatchObject({ ok: false });
});

test('map: a callout that the program draws lies above its marker, and says when it is tapped', async ({ painted }) => {
  const { frame } = painted;
  const callout = (id: Json, text: string) =>
    el('cover-view', { attributes: { 'marker-id': id, style: 'padding:8px;background:#fff' } }, words(text));
  const markers: Json[] = [
    { id: 1, ...here, customCallout: { display: 'ALWAYS', anchorX: 10, anchorY: -5 }, width: 20, height: 30 },
    { id: 2, latitude: 23.105, longitude: 113.29, customCallout: { display: 'BYCLICK' }, title: 'not this' },
  ];
  const map = el(
    'map',
    { attributes: { id: 'm', ...here, scale: 14, markers, 'enable-scroll': true }, holes: {}, events },
    el(
      'cover-view',
      { attributes: { slot: 'callout' } },
      callout(1, 'first'),
      callout(2, 'second'),
      callout(3, 'third'),
    ),
    el('cover-view', { attributes: { class: 'over' } }, words('over')),
  );
  await painted.open({ skeletons: [skeleton(0, map)], sheet: 'wx-map{width:300px;height:300px}' });
  await painted.apply(mount(1, 0, []));
  await expect(frame.locator('wx-pin')).toHaveCount(2);
  await painted.settled();
  const [first, second] = [frame.getByText('first'), frame.getByText('second')];
  await expect(first).toBeVisible();
  await expect(second).toBeHidden();
  await expect(frame.getByText('third')).toBeHidden();
  const at = async () => {
    const box = await first.evaluate((node) => node.closest('wx-cover-view')?.getBoundingClientRect().toJSON());
    return [Math.round(box.x + box.width / 2), Math.round(box.bottom)];
  };
  // The place is at 150, 150 and its drop 32 pixels high.
  expect(await at()).toEqual([160, 113]);
  await painted.take();
  await first.click();
  expect(await detailsOf(painted, 'callouttap')).toEqual([{ markerId: 1 }]);
  await frame.locator('wx-drop').nth(1).click();
  await expect(second).toBeVisible();
  await expect(frame.getByText('not this')).toHaveCount(0);
  await painted.press(150, 250);
  await painted.release(150, 250);
  await expect(second).toBeHidden();
  await painted.press(150, 250);
  await painted.moveTo(140, 250);
  await painted.moveTo(100, 250);
  await painted.release(100, 250);
  await painted.advance(1_000);
  expect((await at())[0]).toBeLessThan(120);
  await call(painted, 'removeMarkers', { markerIds: [1] });
  await expect(first).toBeHidden();
  await expect(frame.locator('.over')).toHaveCSS('position', 'relative');
});

test('map: odd values draw nothing and break nothing', async ({ painted }) => {
  await open(
    painted,
    {},
    { markers: 0, polyline: 1, circles: 2, polygons: 3, controls: 4, 'include-points': 5, setting: 6, latitude: 7 },
    [0, 0, 0, 0, 0, 0, 0, 23],
  );
  const odd: Json[] = [
    null,
    'x',
    -1,
    [],
    {},
    [null, 1, 'x', [], {}],
    [{ id: {}, latitude: 999, longitude: -999, points: 'x', iconPath: 'javascript:alert(1)', callout: 7, label: [] }],
    [{ points: [here, { latitude: 1e9, longitude: 1e9 }], radius: -5, color: 'url(https://evil.example)' }],
  ];
  for (const value of odd) {
    await painted.apply(patch(1, 0, value, 1, value, 2, value, 3, value, 4, value, 5, value, 6, value, 7, value));
    expect(await call(painted, 'getRotate')).toMatchObject({ ok: true });
  }
});
