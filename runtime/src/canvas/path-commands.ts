import { canvasArity, canvasNames, pathNesting, pathSvg } from '../protocol/canvas.ts';
import { TerrariumError } from '../protocol/index.ts';
import { type Arguments, CommandReader } from './command-reader.ts';

/** What adds to a path: the current one of a context, or one by value. */
export const pathSteps: ReadonlyMap<string, (path: CanvasPath, args: Arguments) => void> = new Map<
  string,
  (path: CanvasPath, args: Arguments) => void
>([
  ['closePath', (path) => path.closePath()],
  ['moveTo', (path, a) => path.moveTo(a.number(0), a.number(1))],
  ['lineTo', (path, a) => path.lineTo(a.number(0), a.number(1))],
  ['quadraticCurveTo', (path, a) => path.quadraticCurveTo(a.number(0), a.number(1), a.number(2), a.number(3))],
  [
    'bezierCurveTo',
    (path, a) => path.bezierCurveTo(a.number(0), a.number(1), a.number(2), a.number(3), a.number(4), a.number(5)),
  ],
  ['arcTo', (path, a) => path.arcTo(a.number(0), a.number(1), a.number(2), a.number(3), a.number(4))],
  ['rect', (path, a) => path.rect(a.number(0), a.number(1), a.number(2), a.number(3))],
  [
    'roundRect',
    (path, a) => path.roundRect(a.number(0), a.number(1), a.number(2), a.number(3), a.numbers(4).slice(0, 4)),
  ],
  ['arc', (path, a) => path.arc(a.number(0), a.number(1), a.number(2), a.number(3), a.number(4), a.flag(5))],
  [
    'ellipse',
    (path, a) =>
      path.ellipse(
        ...([a.number(0), a.number(1), a.number(2), a.number(3)] as const),
        ...([a.number(4), a.number(5), a.number(6), a.flag(7)] as const),
      ),
  ],
]);

const deepest = 8;

/** A path by value: a list of the steps above by number, and of `pathSvg, text` and `pathNesting, list, matrix`. */
export function buildPath(list: readonly unknown[], depth = 0): Path2D {
  if (depth > deepest) throw new TerrariumError('BAD_ARGUMENT', `canvas: paths lie in each other ${deepest} deep`);
  const made = new Path2D();
  const reader = new CommandReader(list);
  while (!reader.ended) {
    const command = reader.command();
    if (command === pathSvg) {
      made.addPath(new Path2D(reader.text(0, 65_536)));
      reader.skip(1);
    } else if (command === pathNesting) {
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = reader.numbers(1);
      made.addPath(buildPath(reader.list(0), depth + 1), new DOMMatrix([a, b, c, d, e, f]));
      reader.skip(2);
    } else {
      const step = pathSteps.get(canvasNames[command] ?? '');
      if (step === undefined) throw new TerrariumError('BAD_ARGUMENT', `canvas: a path has no command ${command}`);
      step(made, reader);
      reader.skip(canvasArity[command] ?? 0);
    }
  }
  return made;
}
