import type { Arguments } from './command-reader.ts';
import { imageOf, makePaint } from './paint.ts';
import { buildPath } from './path-commands.ts';
import type { Sources } from './surface.ts';

type Context = OffscreenCanvasRenderingContext2D;
/** One command on a context. The answer is that of a question. */
type Run = (context: Context, args: Arguments, sources: Sources) => unknown;

const rules: ReadonlyMap<string, CanvasFillRule> = new Map([
  ['nonzero', 'nonzero'],
  ['evenodd', 'evenodd'],
]);
const rule = (args: Arguments, index: number): CanvasFillRule => rules.get(args.text(index, 16)) ?? 'nonzero';

/** A word for an enumerated property: what is not in its list is ignored, as by the browser. */
const word =
  <Word extends string>(words: readonly Word[], set: (context: Context, value: Word) => void): Run =>
  (context, args) => {
    const given = args.text(0, 32);
    const found = words.find((one) => one === given);
    if (found !== undefined) set(context, found);
  };

// biome-ignore format: a list of words
const compositions: readonly GlobalCompositeOperation[] = [
  'source-over', 'source-in', 'source-out', 'source-atop', 'destination-over', 'destination-in', 'destination-out',
  'destination-atop', 'lighter', 'copy', 'xor', 'multiply', 'screen', 'overlay', 'darken', 'lighten', 'color-dodge',
  'color-burn', 'hard-light', 'soft-light', 'difference', 'exclusion', 'hue', 'saturation', 'color', 'luminosity',
];

/** Commands that set the state. */
const states: readonly (readonly [name: string, run: Run])[] = [
  ['scale', (c, a) => c.scale(a.number(0), a.number(1))],
  ['rotate', (c, a) => c.rotate(a.number(0))],
  ['translate', (c, a) => c.translate(a.number(0), a.number(1))],
  ['transform', (c, a) => c.transform(a.number(0), a.number(1), a.number(2), a.number(3), a.number(4), a.number(5))],
  ['globalAlpha', (c, a) => set(c, 'globalAlpha', a)],
  [
    'globalCompositeOperation',
    word(compositions, (c, value) => {
      c.globalCompositeOperation = value;
    }),
  ],
  [
    'fillStyle',
    (c, a) => {
      c.fillStyle = a.text(0);
    },
  ],
  [
    'strokeStyle',
    (c, a) => {
      c.strokeStyle = a.text(0);
    },
  ],
  [
    'fillPaint',
    (c, a, sources) => {
      c.fillStyle = makePaint(c, a.list(0), sources) ?? c.fillStyle;
    },
  ],
  [
    'strokePaint',
    (c, a, sources) => {
      c.strokeStyle = makePaint(c, a.list(0), sources) ?? c.strokeStyle;
    },
  ],
  ['shadowOffsetX', (c, a) => set(c, 'shadowOffsetX', a)],
  ['shadowOffsetY', (c, a) => set(c, 'shadowOffsetY', a)],
  ['shadowBlur', (c, a) => set(c, 'shadowBlur', a)],
  [
    'shadowColor',
    (c, a) => {
      c.shadowColor = a.text(0);
    },
  ],
  [
    'filter',
    (c, a) => {
      const filter = a.text(0, 256);
      // Nothing outside the canvas has a say in what is drawn.
      if (!/url/i.test(filter)) c.filter = filter;
    },
  ],
  ['lineWidth', (c, a) => set(c, 'lineWidth', a)],
  [
    'lineCap',
    word(['butt', 'round', 'square'], (c, value) => {
      c.lineCap = value;
    }),
  ],
  [
    'lineJoin',
    word(['bevel', 'round', 'miter'], (c, value) => {
      c.lineJoin = value;
    }),
  ],
  ['miterLimit', (c, a) => set(c, 'miterLimit', a)],
  ['lineDashOffset', (c, a) => set(c, 'lineDashOffset', a)],
  ['setLineDash', (c, a) => c.setLineDash(a.numbers(0).slice(0, 64))],
  [
    'font',
    (c, a, sources) => {
      c.font = a.text(0, 256) + sources.fontMark;
    },
  ],
  [
    'textAlign',
    word(['start', 'end', 'left', 'right', 'center'], (c, value) => {
      c.textAlign = value;
    }),
  ],
  [
    'textBaseline',
    word(['alphabetic', 'top', 'hanging', 'middle', 'ideographic', 'bottom'], (c, value) => {
      c.textBaseline = value;
    }),
  ],
  [
    'direction',
    word(['ltr', 'rtl', 'inherit'], (c, value) => {
      c.direction = value;
    }),
  ],
  [
    'letterSpacing',
    (c, a) => {
      c.letterSpacing = a.text(0, 32);
    },
  ],
  [
    'imageSmoothingEnabled',
    (c, a) => {
      c.imageSmoothingEnabled = a.flag(0);
    },
  ],
  [
    'imageSmoothingQuality',
    word(['low', 'medium', 'high'], (c, value) => {
      c.imageSmoothingQuality = value;
    }),
  ],
];

type NumberName =
  | 'globalAlpha'
  | 'shadowOffsetX'
  | 'shadowOffsetY'
  | 'shadowBlur'
  | 'lineWidth'
  | 'miterLimit'
  | 'lineDashOffset';

function set(context: Context, name: NumberName, args: Arguments): void {
  context[name] = args.number(0);
}

/** Commands that draw. */
const drawings: readonly (readonly [name: string, run: Run])[] = [
  ['clearRect', (c, a) => c.clearRect(a.number(0), a.number(1), a.number(2), a.number(3))],
  ['fillRect', (c, a) => c.fillRect(a.number(0), a.number(1), a.number(2), a.number(3))],
  ['strokeRect', (c, a) => c.strokeRect(a.number(0), a.number(1), a.number(2), a.number(3))],
  ['fillText', (c, a) => c.fillText(a.text(0, 65_536), a.number(1), a.number(2), a.maybe(3))],
  ['strokeText', (c, a) => c.strokeText(a.text(0, 65_536), a.number(1), a.number(2), a.maybe(3))],
  ['beginPath', (c) => c.beginPath()],
  ['fill', (c, a) => c.fill(rule(a, 0))],
  ['stroke', (c) => c.stroke()],
  ['clip', (c, a) => c.clip(rule(a, 0))],
  ['fillPath', (c, a) => c.fill(buildPath(a.list(0)), rule(a, 1))],
  ['strokePath', (c, a) => c.stroke(buildPath(a.list(0)))],
  ['clipPath', (c, a) => c.clip(buildPath(a.list(0)), rule(a, 1))],
  [
    'drawImage',
    (c, a, sources) => {
      const image = imageOf(sources.find(a.number(0), a.number(1)));
      if (image) c.drawImage(image, a.number(2), a.number(3));
    },
  ],
  [
    'drawImageTo',
    (c, a, sources) => {
      const image = imageOf(sources.find(a.number(0), a.number(1)));
      if (image) c.drawImage(image, a.number(2), a.number(3), a.number(4), a.number(5));
    },
  ],
  [
    'drawImagePart',
    (c, a, sources) => {
      const image = imageOf(sources.find(a.number(0), a.number(1)));
      if (!image) return;
      const [left = 0, top = 0, width = 0, height = 0] = [2, 3, 4, 5].map((index) => a.number(index));
      c.drawImage(image, left, top, width, height, a.number(6), a.number(7), a.number(8), a.number(9));
    },
  ],
];

/** By name, in the order above. What works differently on an old canvas is in web-surface.ts. */
export const contextCommands: ReadonlyMap<string, Run> = new Map([...states, ...drawings]);

/** What `Sources.fontMark` has put behind fonts. */
export const fontMarks = /(?:, terrarium-\d+)+$/;

/** Properties that `read` tells. Gradients and patterns are known to the guest alone. */
export const readable: ReadonlyMap<string, (context: Context) => unknown> = new Map<
  string,
  (context: Context) => unknown
>([
  ['globalAlpha', (c) => c.globalAlpha],
  ['globalCompositeOperation', (c) => c.globalCompositeOperation],
  ['fillStyle', (c) => colour(c.fillStyle)],
  ['strokeStyle', (c) => colour(c.strokeStyle)],
  ['shadowOffsetX', (c) => c.shadowOffsetX],
  ['shadowOffsetY', (c) => c.shadowOffsetY],
  ['shadowBlur', (c) => c.shadowBlur],
  ['shadowColor', (c) => c.shadowColor],
  ['filter', (c) => c.filter],
  ['lineWidth', (c) => c.lineWidth],
  ['lineCap', (c) => c.lineCap],
  ['lineJoin', (c) => c.lineJoin],
  ['miterLimit', (c) => c.miterLimit],
  ['lineDashOffset', (c) => c.lineDashOffset],
  ['font', (c) => c.font.replace(fontMarks, '')],
  ['textAlign', (c) => c.textAlign],
  ['textBaseline', (c) => c.textBaseline],
  ['direction', (c) => c.direction],
  ['letterSpacing', (c) => c.letterSpacing],
  ['imageSmoothingEnabled', (c) => c.imageSmoothingEnabled],
  ['imageSmoothingQuality', (c) => c.imageSmoothingQuality],
]);

const colour = (style: string | CanvasGradient | CanvasPattern) => (typeof style === 'string' ? style : '#000000');

/** What programs read of measured text. */
export function metricsOf(metrics: TextMetrics): Record<string, number> {
  const { width, actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent } = metrics;
  const { actualBoundingBoxDescent, fontBoundingBoxAscent, fontBoundingBoxDescent } = metrics;
  return {
    ...{ width, actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent },
    ...{ actualBoundingBoxDescent, fontBoundingBoxAscent, fontBoundingBoxDescent },
  };
}
