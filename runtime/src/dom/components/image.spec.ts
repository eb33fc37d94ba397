import { el, expect, mount, patch, skeleton, test } from '../fixtures/painted.ts';

test('image: modes, load and error, and no late picture', async ({ painted }) => {
  const { page, frame } = painted;
  painted.expectComplaint(/404/);
  await painted.open({
    held: ['slow.png'],
    skeletons: [
      skeleton(
        2,
        el('image', { holes: { src: 0, mode: 1 }, attributes: { style: 'width:200px' }, events: ['load', 'error'] }),
      ),
    ],
  });
  await painted.apply(mount(1, 0, ['slow.png', 'widthFix']));
  const picture = frame.locator('img');
  await painted.apply(patch(1, 0, '/picture.svg?w=80&h=20'));
  await expect(picture).toHaveAttribute('src', /w=80&h=20/);
  await page.evaluate(() => world.release('slow.png', '/picture.svg?w=1&h=1'));
  await painted.happened({ type: 'load', detail: { width: 80, height: 20 } });
  await expect(picture).toHaveAttribute('src', /w=80&h=20/);
  await expect(frame.locator('wx-image')).toHaveCSS('height', '50px');
  await painted.apply(patch(1, 1, 'aspectFill'));
  await expect(frame.locator('wx-image')).toHaveCSS('height', '240px');
  await expect(picture).toHaveCSS('object-fit', 'cover');
  await painted.apply(patch(1, 0, '/missing.png'));
  await painted.happened({ type: 'error' });
  await painted.apply(patch(1, 0, 'javascript:parent.owned=1'));
  await painted.happened({ type: 'error' });
  await expect(picture).not.toHaveAttribute('src');
});

test('image: lazy-load waits until it is near', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el('view', { attributes: { style: 'height:9000px' } }),
        el('image', { attributes: { src: '/picture.svg', 'lazy-load': true } }),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await painted.settled();
  await expect(frame.locator('img')).not.toHaveAttribute('src');
  await page.evaluate(() => world.painter?.scrollTo(8_000, 0));
  await expect(frame.locator('img')).toHaveAttribute('src', /picture/);
});
