import { anchor, el, expect, mount, patch, skeleton, test, words } from '../fixtures/painted.ts';

test('form: labels, switches and groups act, submit gathers, reset goes back', async ({ painted }) => {
  const { frame } = painted;
  const change = { events: ['change'] };
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el(
          'form',
          { events: ['submit', 'reset'] },
          el('label', { attributes: { for: 'sw' } }, words('night')),
          el('switch', { attributes: { name: 'night', id: 'sw' }, ...change }),
          el('input', { attributes: { name: 'who', value: 'me' } }),
          el(
            'radio-group',
            { attributes: { name: 'size' }, ...change },
            el('label', {}, el('radio', { attributes: { value: 's', checked: true } }, words('small'))),
            el('label', {}, el('radio', { attributes: { value: 'l' } }, words('large'))),
          ),
          el(
            'checkbox-group',
            { attributes: { name: 'extras' }, ...change },
            el('checkbox', { attributes: { value: 'x' } }, words('ex')),
            el('checkbox', { attributes: { value: 'y', checked: true } }, words('why')),
          ),
          el('button', { attributes: { 'form-type': 'submit' } }, words('send')),
          el('button', { attributes: { 'form-type': 'reset' } }, words('again')),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  const details = async () => (await painted.take()).map(({ type, detail }) => [type, detail]);
  await frame.getByText('night').click();
  await frame.getByText('large').click();
  await frame.getByText('large').click();
  await frame.getByText('ex', { exact: true }).click();
  expect(await details()).toEqual([
    ['change', { value: true }],
    ['change', { value: 'l' }],
    ['change', { value: ['x', 'y'] }],
  ]);
  await frame.locator('input').fill('you');
  await frame.getByText('send').click();
  const filled = { night: true, who: 'you', size: 'l', extras: ['x', 'y'] };
  expect(await details()).toEqual([['submit', { value: filled, formId: '' }]]);
  await frame.getByText('again').click();
  await frame.getByText('send').click();
  const fresh = { night: false, who: 'me', size: 's', extras: ['y'] };
  expect(await details()).toMatchObject([
    ['reset', {}],
    ['submit', { value: fresh }],
  ]);
});

test('slider: press, drag, keys; details while and after', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el('slider', {
          attributes: { min: 0, max: 10, step: 0.1, style: 'margin:0;width:300px' },
          holes: { value: 0 },
          events: ['change', 'changing'],
        }),
      ),
    ],
  });
  await painted.apply(mount(1, 0, [5]));
  await expect(frame.locator('wx-fill')).toHaveCSS('width', '150px');
  await painted.press(90, 15);
  await painted.moveTo(99, 15);
  await painted.release(99, 15);
  const details = async () => (await painted.take()).map(({ type, detail }) => [type, detail]);
  expect(await details()).toEqual([
    ['changing', { value: 3 }],
    ['changing', { value: 3.3 }],
    ['change', { value: 3.3 }],
  ]);
  await frame.locator('wx-slider').focus();
  await page.keyboard.press('ArrowRight');
  expect(await details()).toEqual([['change', { value: 3.4 }]]);
});

test('navigator says where to, after the handlers; the player gets it unasked', async ({ painted }) => {
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el('navigator', { attributes: { url: '/pages/b/b?x=1' }, events: ['tap'] }, words('go')),
        el('navigator', { attributes: { 'open-type': 'navigateBack', delta: '2' } }, words('back')),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await painted.frame.getByText('go').click();
  expect(await painted.take()).toMatchObject([
    { type: 'tap' },
    { type: 'navigate', detail: { url: '/pages/b/b?x=1', openType: 'navigate', delta: 1 } },
  ]);
  await painted.frame.getByText('back').click();
  expect(await painted.take()).toMatchObject([{ type: 'navigate', detail: { openType: 'navigateBack', delta: 2 } }]);
});

test('progress: fills over time and says when it is there', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el('progress', {
          attributes: { active: true, duration: 10, 'active-mode': 'forwards', 'show-info': true },
          holes: { percent: 0 },
          events: ['activeend'],
        }),
      ),
    ],
  });
  await painted.apply(mount(1, 0, [40]));
  const width = () => frame.locator('wx-fill').evaluate((fill) => Reflect.get(fill, 'style').width);
  await painted.advance(200);
  await expect.poll(width).toBe('20%');
  expect(await painted.take()).toEqual([]);
  await painted.advance(200);
  await painted.happened({ type: 'activeend', detail: { curPercent: 40 } });
  await painted.apply(patch(1, 0, 'x'));
  await painted.advance(200);
  await expect.poll(width).toBe('20%');
  await expect(frame.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0');
});

test('button: the renewed look is narrower, and the program’s own rules go before it', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    renewed: true,
    sheet: '.wide{width:300px;font-size:20px}wx-button[type=primary]{line-height:50px}',
    skeletons: [
      skeleton(
        0,
        el('button', {}, words('plain')),
        el('button', { attributes: { class: 'wide', style: 'width:200px' } }, words('wide')),
        el('button', { attributes: { type: 'primary' } }, words('main')),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  const button = (name: string) => frame.getByRole('button', { name });
  await expect(button('plain')).toHaveCSS('width', '184px');
  await expect(button('plain')).toHaveCSS('height', '40px');
  await expect(button('wide')).toHaveCSS('width', '200px');
  await expect(button('wide')).toHaveCSS('font-size', '20px');
  await expect(button('main')).toHaveCSS('line-height', '50px');
});

test('label: its words name a control without words; arrows choose among radios', async ({ painted }) => {
  const { page, frame } = painted;
  const radio = (value: string, attributes = {}) =>
    el('label', {}, words(value), el('radio', { attributes: { value, ...attributes } }));
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el('label', {}, words('Night'), el('switch', { attributes: { disabled: true } })),
        el('label', {}, words('Name'), el('input')),
        el(
          'radio-group',
          { events: ['change'] },
          radio('one', { checked: true }),
          radio('two', { disabled: true }),
          radio('three'),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await expect(frame.getByRole('switch', { name: 'Night' })).toHaveAttribute('aria-disabled', 'true');
  await expect(frame.getByRole('textbox', { name: 'Name' })).toBeVisible();
  await frame.getByRole('radio', { name: 'one' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(frame.getByRole('radio', { name: 'three' })).toBeFocused();
  await expect(frame.getByRole('radio', { name: 'three' })).toBeChecked();
  expect(await painted.take()).toMatchObject([{ type: 'change', detail: { value: 'three' } }]);
});

test('form: fields in a component are its own, unless it shows them; what is written into a slot is the writer’s', async ({
  painted,
}) => {
  const { frame } = painted;
  const field = (name: string) => el('input', { attributes: { name, value: name } });
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el(
          'form',
          { events: ['submit'] },
          field('plain'),
          { kind: 'component', tag: 'x-closed' },
          { kind: 'component', tag: 'x-open' },
          el('button', { attributes: { 'form-type': 'submit' } }, words('send')),
        ),
      ),
      skeleton(0, field('own'), el('view', {}, anchor), { kind: 'component', tag: 'x-deep' }),
      { ...skeleton(0, field('slotted')), content: true },
      skeleton(0, field('deep')),
    ],
  });
  await painted.apply(
    [4, 1, 'closed', false],
    [4, 2, 'open', false, { fields: true }],
    [4, 3, 'deep', false],
    mount(1, 0),
    // The component that keeps its fields, with a slot that the page has filled.
    mount(2, 1, [], { scope: 1, parent: 1, node: 2 }),
    mount(3, 2, [], { scope: 0, parent: 2, node: 2 }),
    // The one that shows them, and in it one that keeps its own.
    mount(4, 1, [], { scope: 2, parent: 1, node: 3 }),
    mount(5, 3, [], { scope: 3, parent: 4, node: 3 }),
  );
  await frame.getByText('send').click();
  expect((await painted.take()).map(({ detail }) => detail)).toEqual([
    { value: { plain: 'plain', slotted: 'slotted', own: 'own' }, formId: '' },
  ]);
});
