import { byteViews, webGlAnswers, webGlObjects } from '../../protocol/webgl.ts';
import type { GlObjects } from './objects.ts';

/** By the name the browser gives them, which is the same in all its windows. */
const letters: ReadonlyMap<string, string> = new Map(
  Object.entries(webGlObjects).map(([letter, name]) => [`[object ${name}]`, letter]),
);
/** Members of what tells of variables and of precision, and of what a context was made with. */
// biome-ignore format: a list of words
const members = [
  'name', 'size', 'type', 'rangeMin', 'rangeMax', 'precision',
  'alpha', 'antialias', 'depth', 'premultipliedAlpha', 'preserveDrawingBuffer', 'stencil',
];

/** An answer of the browser as text: see `webGlAnswers`. */
export function answerOf(value: unknown, objects: GlObjects): string {
  return JSON.stringify(encode(value, objects));
}

function encode(value: unknown, objects: GlObjects): readonly [kind: number, value: unknown] {
  if (typeof value !== 'object' || value === null) return [webGlAnswers.value, value ?? null];
  for (const [kind, View] of byteViews.entries()) if (value instanceof View) return [kind, [...value]];
  const reference = referenceOf(value, objects);
  if (reference) return [webGlAnswers.object, reference];
  if (!Array.isArray(value)) {
    const told = members.flatMap((name) => (name in value ? [[name, Reflect.get(value, name)] as const] : []));
    return [webGlAnswers.value, Object.fromEntries(told)];
  }
  const references = value.map((one: unknown) => referenceOf(one, objects)).filter((one) => one !== undefined);
  return references.length > 0 ? [webGlAnswers.objects, references] : [webGlAnswers.value, value];
}

/** `[number, letter]` of an object of the context. */
function referenceOf(value: unknown, objects: GlObjects): readonly [number, string] | undefined {
  const letter = letters.get(Object.prototype.toString.call(value)) ?? '';
  if (letter === '' || typeof value !== 'object' || value === null) return undefined;
  const number = objects.numberOf(letter, value);
  return number === undefined ? undefined : [number, letter];
}
