import fc from 'fast-check';
import type { EventCase, TemplateNode } from './case.ts';
import { distinct } from './distinct.ts';
import {
  expressions,
  listExpressions,
  places,
  propertyDefinitions,
  propertyExpressions,
  rowExpressions,
} from './fields.ts';

export const handlers = ['h0', 'h1', 'h2'] as const;

const event: fc.Arbitrary<EventCase> = fc.record({
  prefix: fc.constantFrom('bind', 'bind', 'catch', 'mut-bind', 'capture-bind', 'capture-catch'),
  type: fc.constantFrom('tap', 'custom'),
  handler: fc.constantFrom(...handlers),
});

/** One binding per type and phase: a second one of the same name would be a repeated attribute. */
const events = distinct(event, 2, (one) => `${one.type} ${one.prefix.startsWith('capture')}`);

interface Place {
  readonly depth: number;
  readonly inRow: boolean;
  /** Slots of the component this template belongs to make sense here. */
  readonly slots: boolean;
  readonly part: boolean;
}

const expressionAt = (place: Place): fc.Arbitrary<string> =>
  place.inRow
    ? fc.constantFrom(...expressions, 'v', 'w', ...rowExpressions, ...rowExpressions)
    : fc.constantFrom(...expressions, 'v', 'w');

const optional = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

function commonAt(place: Place) {
  const expression = expressionAt(place);
  // Rule `last-item-marks-the-length`.
  const shown = expression.filter((text) => !text.includes('length'));
  const value = shown.map((text) => `{{${text}}}`);
  return {
    id: optional(
      fc.oneof(
        fc.constantFrom('i', 'j'),
        shown.map((text) => `i-{{${text}}}`),
      ),
    ),
    className: optional(
      fc.oneof(
        fc.constantFrom('c', 'c d'),
        expression.filter((text) => !/\b(s|ps|pa|v|w)\b/.test(text)).map((text) => `c {{${text}}}`),
      ),
    ),
    style: optional(expression.map((text) => `order: {{${text}}}`)),
    dataset: optional(value),
    mark: optional(fc.oneof(fc.constantFrom('one', 'two'), value)),
    slot: slotAt(place),
    takes: optional(fc.constantFrom('v' as const, 'w' as const)),
    events,
    children: nodesAt({ ...place, depth: place.depth - 1 }),
  };
}

/** The slot that a node goes to. */
const slotAt = (place: Place): fc.Arbitrary<string | undefined> =>
  optional(
    fc.constantFrom(
      'm',
      'n',
      '{{b ? "n" : "p"}}',
      '{{names[0]}}',
      '{{s}}',
      ...(place.inRow ? ['{{index > 0 ? "n" : "m"}}', '{{item.v}}', '{{item.v}}'] : []),
    ),
  );

function nodeAt(place: Place): fc.Arbitrary<TemplateNode> {
  const expression = expressionAt(place);
  const text = fc.record({
    kind: fc.constant('text' as const),
    before: fc.constantFrom('', 't-'),
    expression,
  });
  const slot = fc.record({
    kind: fc.constant('slot' as const),
    name: fc.constantFrom('', 'n', 'm', 'p', '{{b ? "n" : "m"}}', '{{s}}', ...(place.inRow ? ['{{item.v}}'] : [])),
    slot: slotAt(place),
    value: expression,
  });
  const leaves: fc.Arbitrary<TemplateNode>[] = place.slots ? [text, slot] : [text];
  if (place.depth === 0) return fc.oneof(...leaves);
  const below = nodesAt({ ...place, depth: place.depth - 1 });
  const element = fc.record({
    kind: fc.constant('element' as const),
    tag: fc.constantFrom('view' as const, 'text' as const),
    title: optional(expression.map((one) => `{{${one}}}`)),
    ...commonAt(place),
  });
  const component = fc.record({
    kind: fc.constant('component' as const),
    component: fc.nat({ max: 2 }),
    abstract: fc.boolean(),
    generic: fc.nat({ max: 2 }),
    properties: distinct(
      fc.record({
        name: fc.constantFrom(...Object.keys(propertyDefinitions)),
        value: fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...propertyExpressions).map((one) => `{{${one}}}`) },
          { weight: 1, arbitrary: fc.constantFrom('text', '7') },
          { weight: 2, arbitrary: fc.constantFrom(...Object.values(places).flat()).map((one) => `{{${one}}}`) },
        ),
        twoWay: fc.boolean(),
      }),
      3,
      (one) => one.name,
    ),
    ...commonAt(place),
  });
  const branch = fc.record({ test: expression, children: below });
  const choice = fc.record({
    kind: fc.constant('if' as const),
    branches: fc.array(branch, { minLength: 1, maxLength: 2 }),
    last: below,
    slot: slotAt(place),
  });
  const loop = fc.record({
    kind: fc.constant('for' as const),
    list: fc.oneof(
      { weight: 3, arbitrary: fc.constant('list') },
      { weight: 2, arbitrary: fc.constantFrom(...listExpressions) },
    ),
    keyed: fc.boolean(),
    slot: slotAt(place),
    children: nodesAt({ ...place, depth: place.depth - 1, inRow: true }),
  });
  const part = fc.record({
    kind: fc.constant('part' as const),
    is: fc.constantFrom('t0', 't0', '{{b ? "t0" : "t1"}}', '{{s}}'),
    data: fc.constantFrom('a, s', '...o, a', 'a: pn, list', 'list: pl, s: ps, b', 'o'),
  });
  return fc.oneof(
    ...leaves.map((arbitrary) => ({ weight: 2, arbitrary })),
    { weight: 4, arbitrary: element },
    { weight: 4, arbitrary: component },
    { weight: 2, arbitrary: choice },
    { weight: 2, arbitrary: loop },
    ...(place.part ? [{ weight: 1, arbitrary: part }] : []),
  );
}

function nodesAt(place: Place): fc.Arbitrary<TemplateNode[]> {
  return fc.array(nodeAt(place), { maxLength: 3 });
}

/** A component's own template. */
export const template = nodesAt({ depth: 3, inRow: false, slots: true, part: true });
/** A `<template name>` of it. */
export const part = nodesAt({ depth: 2, inRow: false, slots: false, part: false });
