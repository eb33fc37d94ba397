import { expect, test } from '@playwright/test';
import { canvasArity, canvasNames } from '../../protocol/canvas.ts';
import { openWx } from '../wx/fixtures/fake-link.ts';

/** A `wx` whose canvases can be read: what they send, by name, one text per command. */
function open() {
  const opened = openWx();
  const commands = () =>
    opened.drawn.splice(0).flatMap((text) => {
      const list: unknown[] = JSON.parse(text);
      const told: string[] = [];
      while (list.length > 0) {
        const command = Number(list.shift());
        const values = list.splice(0, canvasArity[command] ?? 0);
        told.push([canvasNames[command], ...values.map((value) => JSON.stringify(value))].join(' '));
      }
      return told;
    });
  return {
    ...opened,
    /** What the canvases have drawn since the last time. */
    commands() {
      opened.link.canvas().flush();
      return commands().filter((command) => !command.startsWith('target'));
    },
    context: (width = 10, height = 10) =>
      Object(opened.call('createOffscreenCanvas', { type: '2d', width, height })).getContext('2d'),
  };
}

test('calls become commands of one text a turn, with numbers and texts as the table has them', () => {
  const { context, commands, link, drawn } = open();
  const pen = context();
  commands();
  pen.moveTo('1', 2);
  pen.lineTo(3);
  pen.arc(1, 2, 3, 0, 4, true);
  pen.roundRect(1, 2, 3, 4, 5);
  pen.fillText(42, 1, 2);
  pen.strokeText('x', 1, 2, 30);
  pen.lineWidth = '2';
  pen.font = '12px serif';
  pen.imageSmoothingEnabled = 0;
  pen.fill();
  pen.clip('evenodd');
  pen.setTransform({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 });
  link.canvas().flush();
  expect(drawn).toHaveLength(1);
  expect(commands()).toEqual([
    'moveTo 1 2',
    'lineTo 3 null',
    'arc 1 2 3 0 4 true',
    'roundRect 1 2 3 4 [5]',
    'fillText "42" 1 2 null',
    'strokeText "x" 1 2 30',
    'lineWidth 2',
    'font "12px serif"',
    'imageSmoothingEnabled false',
    'fill "nonzero"',
    'clip "evenodd"',
    'setTransform 1 2 3 4 5 6',
  ]);
});

test('gradients travel as they are when they are set, and again when a colour is added', () => {
  const { context, commands } = open();
  const pen = context();
  const gradient = pen.createLinearGradient(0, 0, 10, 0);
  gradient.addColorStop(0, 'red');
  commands();
  pen.fillStyle = gradient;
  gradient.addColorStop(1, 'blue');
  expect(pen.fillStyle).toBe(gradient);
  pen.save();
  pen.fillStyle = 'green';
  gradient.addColorStop(0.5, 'white');
  pen.restore();
  expect(pen.fillStyle).toBe(gradient);
  expect(commands()).toEqual([
    'fillPaint [0,0,0,10,0,[0,"red"]]',
    'fillPaint [0,0,0,10,0,[0,"red",1,"blue"]]',
    'save',
    'fillStyle "green"',
    'restore',
  ]);
});

test('paths and patterns travel by value; what is added later is not in them', () => {
  const { context, commands } = open();
  const pen = context();
  const path = pen.canvas.createPath2D('M0 0L1 1');
  path.rect(1, 2, 3, 4);
  const outer = pen.canvas.createPath2D();
  outer.addPath(path, { e: 5, f: 6 });
  path.lineTo(9, 9);
  const tile = context(4, 4).canvas;
  const pattern = pen.createPattern(tile, null);
  commands();
  pen.fill(outer, 'evenodd');
  pen.strokeStyle = pattern;
  const rect = canvasNames.indexOf('rect');
  expect(commands()).toEqual([
    `fillPath [-2,[-1,"M0 0L1 1",${rect},1,2,3,4],[1,0,0,1,5,6]] "evenodd"`,
    'strokePaint [3,1,-2,"repeat",[1,0,0,1,0,0]]',
  ]);
  expect(pen.createPattern({}, 'repeat')).toBe(null);
  expect(() => pen.drawImage({}, 0, 0)).toThrow('drawImage needs an Image or a Canvas');
});

test('an image loads by the player and is drawn by its number; a later source wins', () => {
  const { context, commands, sent, settle } = open();
  const pen = context();
  const image = pen.canvas.createImage();
  const heard: unknown[] = [];
  image.onload = function (this: unknown) {
    heard.push(this === image, image.width, image.height);
  };
  image.onerror = ({ errMsg }: { errMsg: string }) => heard.push(errMsg);
  image.src = '/a.png';
  image.src = '/b.png';
  commands();
  pen.drawImage(image, 1, 2);
  settle({ ok: true, result: { width: 7, height: 7 } });
  expect(heard).toEqual([]);
  settle({ ok: true, result: { width: 30, height: 20 } });
  pen.drawImage(image, 1, 2, 3, 4);
  image.src = '/gone.png';
  settle({ ok: false, error: { errMsg: 'fail /gone.png: no' } });
  expect(heard).toEqual([true, 30, 20, 'Image:fail /gone.png: no']);
  expect(sent.map(([name, params]) => [name, Object(params).picture, Object(params).src])).toEqual([
    ['loadCanvasImage', 1, '/a.png'],
    ['loadCanvasImage', 2, '/b.png'],
    ['loadCanvasImage', 3, '/gone.png'],
  ]);
  expect(commands()).toEqual(['drawImage 0 0 1 2', 'dropImage 1', 'drawImageTo 0 2 1 2 3 4']);
});

test('callbacks of frames run once, in order, but for those that were cancelled', () => {
  const { call, notify, commands } = open();
  const canvas = Object(call('createOffscreenCanvas', { type: '2d' }));
  const heard: unknown[] = [];
  const again = (time: number) => {
    heard.push(time);
    canvas.requestAnimationFrame((later: number) => heard.push(later));
  };
  canvas.requestAnimationFrame(again);
  canvas.cancelAnimationFrame(canvas.requestAnimationFrame(() => heard.push('cancelled')));
  expect(commands().filter((command) => command === 'frame')).toHaveLength(1);
  notify('canvasFrame', { time: 16 });
  expect(heard).toEqual([16]);
  notify('canvasFrame', { time: 32 });
  notify('canvasFrame', { time: 48 });
  expect(heard).toEqual([16, 32]);
  expect(() => canvas.requestAnimationFrame('no')).toThrow('requestAnimationFrame needs a function');
});

test('the older context keeps what is drawn until draw(), finds its canvas then, and draws in order', async () => {
  const { call, commands, sent, settle, warnings } = open();
  const context = Object(call('createCanvasContext', 'old'));
  context.setFillStyle('red');
  context.setFontSize(20);
  context.setTextBaseline('normal');
  context.setShadow(1, 2, 3, 'black');
  context.setLineDash([1, 2], 3);
  context.fillRect(0, 0, 1, 1);
  expect([sent, context.font]).toEqual([[], '20px sans-serif']);
  const done: string[] = [];
  context.draw(false, () => done.push('first'));
  context.fillRect(2, 2, 2, 2);
  context.draw(true, () => done.push('second'));
  commands();
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]).toEqual(['attachCanvas', { page: 3, block: 0, canvas: 'old' }]);
  settle({ ok: true, result: { surface: 9, width: 10, height: 10, ratio: 1 } });
  expect(done).toEqual(['first']);
  expect(commands()).toEqual([
    'clean',
    'fillStyle "red"',
    'font "20px sans-serif"',
    'textBaseline "alphabetic"',
    'shadowOffsetX 1',
    'shadowOffsetY 2',
    'shadowBlur 3',
    'shadowColor "black"',
    'setLineDash [1,2]',
    'lineDashOffset 3',
    'fillRect 0 0 1 1',
  ]);
  await expect.poll(() => sent.length).toBe(2);
  settle({ ok: false, error: { errMsg: 'fail canvas is empty' } });
  expect(done).toEqual(['first', 'second']);
  expect(commands()).toEqual([]);
  expect(warnings).toEqual(['CANVAS There is no canvas with the canvas-id "old": nothing is drawn.']);
});

test('what contexts without a canvas have gathered is drawn by one call, together', async () => {
  const { call, commands, sent, settle } = open();
  const [one, other] = [Object(call('createContext')), Object(call('createContext'))];
  one.setFillStyle('red');
  one.fillRect(0, 0, 1, 1);
  other.fillRect(2, 2, 2, 2);
  const actions = [...one.getActions(), ...other.getActions(), { forged: true }];
  one.clearActions();
  other.fillRect(9, 9, 9, 9);
  const drawn = call('drawCanvas', { canvasId: 'old', actions });
  await expect.poll(() => sent.length).toBe(1);
  settle({ ok: true, result: { surface: 9, width: 10, height: 10, ratio: 1 } });
  expect(await drawn).toEqual({ errMsg: 'drawCanvas:ok' });
  expect(commands()).toEqual(['clean', 'fillStyle "red"', 'fillRect 0 0 1 1', 'fillRect 2 2 2 2']);
  const more = call('drawCanvas', { canvasId: 'old', actions: one.getActions(), reserve: true });
  await expect.poll(() => sent.length).toBe(2);
  settle({ ok: false, error: { errMsg: 'fail canvas is empty' } });
  await expect(more).rejects.toMatchObject({ errMsg: 'drawCanvas:fail canvas is empty' });
  expect(commands()).toEqual([]);
});

test('what is too large is refused where it is asked for, and files go by the player', async () => {
  const { call, context, commands, sent, settle } = open();
  const pen = context();
  expect(() => pen.createImageData(5_000, 5_000)).toThrow('is above the limit');
  expect(() => pen.getImageData(0, 0, 0, 5)).toThrow('needs a width and a height');
  expect(() => pen.putImageData({ width: 2, height: 2, data: [1] }, 0, 0)).toThrow('needs an ImageData');
  commands();
  const saved = call('canvasToTempFilePath', { canvas: pen.canvas, fileType: 'jpg', quality: 0.5, x: 2 });
  expect(commands()).toEqual(['export 1 2 0 8 10 8 10 1 0.5']);
  expect(sent).toEqual([['takeCanvasFile', { request: 1 }]]);
  settle({ ok: true, result: { tempFilePath: 'http://tmp/a.jpg' } });
  expect(await saved).toEqual({ tempFilePath: 'http://tmp/a.jpg', errMsg: 'canvasToTempFilePath:ok' });
});

test('a canvas has one context: others are null, and that is said once', () => {
  const { context, call, warnings } = open();
  const { canvas } = context();
  expect([canvas.getContext('webgl'), canvas.getContext('webgl'), canvas.getContext('bitmaprenderer')]).toEqual([
    null,
    null,
    null,
  ]);
  expect(warnings).toEqual([
    "CANVAS getContext('webgl') gives null: this canvas has another context.",
    "CANVAS getContext('bitmaprenderer') gives null: canvases here know 2d, webgl and webgl2.",
  ]);
  // What the worker does not give is null, too, and it has said why; the canvas may still be drawn in 2d.
  const other = Object(call('createOffscreenCanvas', { type: 'webgl' }));
  expect(other.getContext('webgl')).toBe(null);
  expect(other.getContext('2d')).not.toBe(null);
});
