import fc from 'fast-check';
import type { Assignment, Effect, TriggerOptions } from './case.ts';
import { distinct } from './distinct.ts';

const scalar = fc.constantFrom(0, 1, 2, '', 'x', 'y', true, false, null);
const itemFrom = (first: number) =>
  fc.record({ k: fc.integer({ min: first, max: first + 4 }), v: fc.constantFrom('one', 'two', 'six') });
const item = itemFrom(1);
const distinctItems = distinct(item, 5, (one) => one.k);
const object = fc.oneof(
  fc.record({ x: scalar }),
  fc.record({ x: scalar, y: fc.record({ z: scalar }) }),
  fc.constant({ y: null }),
);

const of = (paths: readonly string[], value: fc.Arbitrary<Assignment['value']>): fc.Arbitrary<Assignment> =>
  fc.record({ path: fc.constantFrom(...paths), value });

/** Something to set: mostly what fits the field, now and then what does not. */
export const assignment: fc.Arbitrary<Assignment> = fc.oneof(
  { weight: 3, arbitrary: of(['a', 'pn'], fc.integer({ min: 0, max: 3 })) },
  { weight: 3, arbitrary: of(['s', 'ps'], fc.constantFrom('', 'x', 'y', 'long')) },
  { weight: 3, arbitrary: of(['b', 'pb'], fc.boolean()) },
  { weight: 2, arbitrary: of(['o', 'po'], object) },
  { weight: 4, arbitrary: of(['list', 'pl'], distinctItems) },
  { weight: 2, arbitrary: of(['names'], distinct(fc.constantFrom('p', 'q', 'r', 't'), 4)) },
  { weight: 2, arbitrary: of(['o.x', 'o.y.z', 'po.x', 'list[0].v', 'pl[0].v'], scalar) },
  { weight: 1, arbitrary: of(['list[0]', 'pl[0]'], itemFrom(10)) },
  { weight: 1, arbitrary: of(['list[1]', 'pl[1]'], itemFrom(20)) },
  { weight: 1, arbitrary: of(['list[0].k'], fc.integer({ min: 6, max: 9 })) },
  { weight: 1, arbitrary: of(['_p', 'pa', 'a', 's'], scalar) },
  { weight: 1, arbitrary: of(['pn', 'ps', 'pb', 'po', 'pl'], scalar) },
  { weight: 1, arbitrary: of(['names[0]'], fc.constantFrom('u', 'w')) },
);

export const assignments = fc.array(assignment, { minLength: 1, maxLength: 3 });

export const triggerOptions: fc.Arbitrary<TriggerOptions> = fc.record({
  bubbles: fc.boolean(),
  composed: fc.boolean(),
  capturePhase: fc.boolean(),
});

export const effect: fc.Arbitrary<Effect> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Effect>({ kind: 'none' }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('set' as const), assignments }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('count' as const), field: fc.constantFrom('a', 'pn') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('trigger' as const), options: triggerOptions }) },
);
