import { CommandReader } from './command-reader.ts';
import type { Sources } from './surface.ts';

type Context = OffscreenCanvasRenderingContext2D;

/**
 * A gradient or a pattern by value: `[0, x0, y0, x1, y1, stops]` linear, `[1, x0, y0, r0, x1, y1, r1, stops]` radial,
 * `[2, angle, x, y, stops]` conic, `[3, kind, id, repetition, matrix]` a pattern; stops are `[offset, colour, …]`.
 * Undefined for a pattern of nothing.
 */
export function makePaint(
  context: Context,
  list: readonly unknown[],
  sources: Sources,
): CanvasGradient | CanvasPattern | undefined {
  const paint = new CommandReader(list);
  switch (paint.command()) {
    case 0:
      return stopped(
        context.createLinearGradient(paint.number(0), paint.number(1), paint.number(2), paint.number(3)),
        paint.list(4),
      );
    case 1: {
      const [x0, y0, r0, x1, y1, r1] = [0, 1, 2, 3, 4, 5].map((index) => paint.number(index));
      return stopped(context.createRadialGradient(x0 ?? 0, y0 ?? 0, r0 ?? 0, x1 ?? 0, y1 ?? 0, r1 ?? 0), paint.list(6));
    }
    case 2:
      return stopped(context.createConicGradient(paint.number(0), paint.number(1), paint.number(2)), paint.list(3));
    default: {
      const source = imageOf(sources.find(paint.number(0), paint.number(1)));
      const pattern = source && context.createPattern(source, paint.text(2, 16));
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = paint.numbers(3);
      pattern?.setTransform({ a, b, c, d, e, f });
      return pattern ?? undefined;
    }
  }
}

function stopped(gradient: CanvasGradient, stops: readonly unknown[]): CanvasGradient {
  for (let at = 0; at + 1 < stops.length; at += 2) {
    const [offset, colour] = [stops[at], stops[at + 1]];
    if (typeof offset === 'number' && typeof colour === 'string') gradient.addColorStop(offset, colour);
  }
  return gradient;
}

/** As much of a source as can be drawn. */
export function imageOf(source: object | undefined): OffscreenCanvas | ImageBitmap | undefined {
  return source instanceof OffscreenCanvas || source instanceof ImageBitmap ? source : undefined;
}
