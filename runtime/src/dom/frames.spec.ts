import { expect, mount, skeleton, test } from './fixtures/painted.ts';

/** Ways for markup to run something, each of which would say `ran(<its number>)` to the page around the frame. */
const vectors: readonly string[] = [
  '<script>ran(0)</script>',
  '<script src="data:text/javascript,ran(1)"></script>',
  '<script type="module">ran(2)</script>',
  '<img src="data:," onerror="ran(3)">',
  '<svg onload="ran(4)"></svg>',
  '<svg><script>ran(5)</script></svg>',
  '<iframe srcdoc="<script>parent.ran(6)</script>"></iframe>',
  '<iframe src="javascript:parent.ran(7)"></iframe>',
  '<object data="data:text/html,<script>parent.ran(8)</script>"></object>',
  '<details open ontoggle="ran(9)"><summary>x</summary></details>',
  '<input autofocus onfocus="ran(10)">',
  '<style onload="ran(11)">p{}</style>',
  '<video><source onerror="ran(12)"></video>',
  '<body onload="ran(13)">',
  '<math><mtext><img src=x onerror="ran(14)"></mtext></math>',
];

interface Tried {
  readonly ran: readonly number[];
  readonly inserted: number;
}

for (const around of ['/bare', '/'] as const) {
  test(`nothing runs in a frame that paints canvases, on a page ${around === '/' ? 'with' : 'without'} a policy`, async ({
    page,
    painted,
  }) => {
    painted.expectComplaint(/Content Security Policy|Failed to load resource|escape its sandboxing/);
    await page.goto(new URL(around, page.url()).href);
    await painted.open({ skeletons: [skeleton(0)] });
    const tried = await page.evaluate(async (texts): Promise<Tried> => {
      const frame = world.frames?.acquire({ canvases: true });
      if (!frame) throw new Error('no frame');
      const ran: number[] = [];
      Object.assign(frame.window, { ran: (at: number) => ran.push(at) });
      const { document } = frame;
      for (const text of texts) {
        // As a parser makes them, and as code does: only those scripts would run.
        const box = document.createElement('div');
        box.innerHTML = text;
        document.body.append(box);
        for (const inert of box.querySelectorAll('script')) {
          const live = document.createElement('script');
          for (const { name, value } of inert.attributes) live.setAttribute(name, value);
          live.textContent = inert.textContent;
          inert.replaceWith(live);
        }
      }
      const link = document.createElement('a');
      link.href = 'javascript:ran(50)';
      document.body.append(link);
      link.click();
      const button = document.createElement('button');
      button.setAttribute('onclick', 'ran(51)');
      document.body.append(button);
      button.click();
      const written = document.createElement('iframe');
      document.body.append(written);
      written.contentDocument?.write('<script>parent.ran(52)</script>');
      // Everything that loads has loaded, or has failed to, two frames after a picture has been drawn.
      const picture = document.createElement('img');
      picture.src = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
      document.body.append(picture);
      await picture.decode();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return { ran, inserted: document.body.children.length };
    }, vectors);
    expect(tried).toEqual({ ran: [], inserted: vectors.length + 4 });
  });
}

test('the same ways do run where nothing forbids them', async ({ page, painted }) => {
  painted.expectComplaint(/escape its sandboxing/);
  await page.goto(new URL('/bare', page.url()).href);
  const ran = await page.evaluate(async () => {
    const element = document.createElement('iframe');
    element.setAttribute('sandbox', 'allow-same-origin allow-scripts');
    document.body.append(element);
    const { contentDocument: inside, contentWindow: window } = element;
    if (!inside || !window) throw new Error('no frame');
    const heard: number[] = [];
    Object.assign(window, { ran: (at: number) => heard.push(at) });
    const script = inside.createElement('script');
    script.textContent = 'ran(0)';
    inside.body.append(script);
    const button = inside.createElement('button');
    button.setAttribute('onclick', 'ran(51)');
    inside.body.append(button);
    button.click();
    return heard;
  });
  expect(ran).toEqual([0, 51]);
});

test('only frames that are asked for canvases paint them; the others stay without scripts', async ({
  page,
  painted,
}) => {
  painted.expectComplaint(/escape its sandboxing/);
  await painted.open({ skeletons: [skeleton(0, { kind: 'element', tag: 'view' })] });
  await painted.apply(mount(1, 0));
  const frames = await page.evaluate(() => {
    const plain = world.frames?.acquire();
    const canvases = world.frames?.acquire({ canvases: true });
    return [plain, canvases].map((frame) => [
      frame?.element.getAttribute('sandbox') ?? '',
      frame?.document.head.firstElementChild?.outerHTML ?? '',
    ]);
  });
  expect(frames).toEqual([
    ['allow-same-origin', expect.stringContaining('charset')],
    ['allow-same-origin allow-scripts', expect.stringMatching(/content-security-policy.*script-src 'none'/)],
  ]);
});
