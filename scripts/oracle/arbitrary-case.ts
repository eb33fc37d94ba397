import fc from 'fast-check';
import { handlers, part, template } from './arbitrary-template.ts';
import { assignment, assignments, effect, triggerOptions } from './arbitrary-values.ts';
import type { Action, BehaviorCase, ComponentCase, OracleCase, PropertyCase, RelationCase } from './case.ts';
import { distinct } from './distinct.ts';
import { observerKeys, propertyDefinitions, selectors } from './fields.ts';

const property: fc.Arbitrary<PropertyCase> = fc.constantFrom(...Object.keys(propertyDefinitions)).chain((name) =>
  fc.record({
    name: fc.constant(name),
    definition: fc.constantFrom(...(propertyDefinitions[name] ?? ['null'])),
    observer: fc.constantFrom('none' as const, 'function' as const, 'name' as const),
    effect,
  }),
);

const relation: fc.Arbitrary<RelationCase> = fc.record({
  type: fc.constantFrom('parent' as const, 'child' as const, 'ancestor' as const, 'descendant' as const),
  target: fc.oneof(
    fc.record({ component: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ behavior: fc.integer({ min: 0, max: 2 }) }),
  ),
});

const shared = {
  behaviors: distinct(fc.nat({ max: 2 }), 2),
  // Rule `null-in-behavior-data`.
  data: fc.array(
    assignment.filter(({ value }) => !JSON.stringify(value).includes('null')),
    { maxLength: 2 },
  ),
  properties: distinct(property, 3, (one) => one.name),
  observers: distinct(fc.record({ key: fc.constantFrom(...observerKeys), effect }), 3, (one) => one.key),
  lifetimes: distinct(
    fc.record({
      name: fc.constantFrom(
        'created' as const,
        'attached' as const,
        'ready' as const,
        'moved' as const,
        'detached' as const,
      ),
      effect,
    }),
    3,
    (one) => one.name,
  ),
  relations: fc.array(relation, { maxLength: 2 }),
  methods: distinct(fc.record({ name: fc.constantFrom(...handlers), effect }), 2, (one) => one.name),
};

const behavior: fc.Arbitrary<BehaviorCase> = fc.record(shared);

const component: fc.Arbitrary<ComponentCase> = fc.record({
  ...shared,
  template,
  part,
  slots: fc.constantFrom('single' as const, 'multiple' as const, 'dynamic' as const),
  pureData: fc.boolean(),
});

const instance = fc.nat({ max: 12 });

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('set' as const), instance, assignments }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('group' as const),
      instance,
      calls: fc.array(assignments, { minLength: 1, maxLength: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('trigger' as const), instance, options: triggerOptions }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('relations' as const), instance }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('select' as const), instance, selector: fc.constantFrom(...selectors) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('tap' as const), element: fc.nat({ max: 20 }) }) },
);

/** Programs of a page and three components, nested up to three deep, and what happens to them. */
export const oracleCase: fc.Arbitrary<OracleCase> = fc.record({
  components: fc.tuple(component, component, component, component),
  behaviors: fc.array(behavior, { maxLength: 3 }),
  actions: fc.array(action, { minLength: 1, maxLength: 8 }),
});
