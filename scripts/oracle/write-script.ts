import type { Assignment, BehaviorCase, ComponentCase, Effect, OracleCase, RelationCase } from './case.ts';
import { initialData, propertyDefinitions } from './fields.ts';

/** Path of a component's files, without ending. Component 0 is the page. */
export const pathOf = (component: number): string => `parts/c${component}`;
const behaviorPath = (behavior: number): string => `parts/b${behavior}`;

/** Every script of a case by file name; the same text runs in both frameworks. */
export function writeScripts(given: OracleCase): Map<string, string> {
  const files = new Map<string, string>([['parts/trace.js', traceScript]]);
  given.behaviors.forEach((behavior, at) => {
    const body = writeOptions(given, behavior, `b${at}`, at + 1);
    files.set(`${behaviorPath(at)}.js`, `const t = require('./trace.js'); module.exports = Behavior({ ${body} });`);
  });
  given.components.forEach((component, at) => {
    files.set(
      `${pathOf(at)}.js`,
      `const t = require('./trace.js'); Component({ ${writeComponent(given, component, at)} });`,
    );
  });
  return files;
}

/**
 * What the program remembers: a line for everything that was called, instances by order of appearance, and those
 * attached now. `around` is rule `target-around-the-slot`. `may` limits effects, so that generated code cannot set itself off or make itself anew without end, and by rule
 * `nothing-set-before-created`. `act` does what a
 * test asks.
 */
const traceScript = `
const lines = [], seen = [], alive = [], born = new Set();
let spent = {};
const show = (value) => JSON.stringify(value === undefined ? '(undefined)' : value, (key, one) => one === undefined ? '(undefined)' : typeof one === 'function' ? '(function)' : one);
const who = (one) => { let at = seen.indexOf(one); if (at < 0) at = seen.push(one) - 1; return '#' + at; };
const virtual = ['slot', 'wx:if', 'wx:for', 'wx:for-item', 'virtual'];
const around = (one) => { let at = one; while (at && virtual.includes(at.is)) at = at.parentNode; return at && at.is !== 'shadow' ? at : one; };
module.exports = {
  who, seen, alive,
  tell(self, what, ...values) { lines.push(who(self) + ' ' + what + values.map((one) => ' ' + show(one)).join('')); },
  may(self, what, writes) { if (what.endsWith(' created')) born.add(self); if (!born.has(self)) return false; if (writes) for (let one = self; one; one = one.selectOwnerComponent()) if (!born.has(one)) return false; const spend = (key) => spent[key] = (spent[key] || 0) + 1; return spend(who(self) + what) <= 2 && spend(what) <= 20; },
  take() { spent = {}; return lines.splice(0); },
  created(self) { born.add(self); },
  attached(self) { alive.push(self); },
  detached(self) { const at = alive.indexOf(self); if (at >= 0) alive.splice(at, 1); },
  event(self, name, e) {
    const node = (one) => { const at = around(one); return [at.id, at.dataset.inSet]; };
    module.exports.tell(self, name, e.type, e.detail, node(e.target), node(e.currentTarget), e.mark && e.mark.m);
  },
  act(action) {
    const t = module.exports;
    const data = (assignments) => Object.fromEntries(assignments.map(({ path, value }) => [path, value]));
    const one = t.alive[action.instance % t.alive.length];
    if (action.kind === 'set') one.setData(data(action.assignments));
    if (action.kind === 'group') one.groupSetData(() => { for (const call of action.calls) one.setData(data(call)) });
    if (action.kind === 'trigger') one.triggerEvent('custom', { n: 1 }, action.options);
    if (action.kind === 'relations') for (const key of action.keys) t.tell(one, 'nodes of ' + key, one.getRelationNodes(key).map(t.who));
    if (action.kind === 'select') t.tell(one, 'selects ' + action.selector, one.selectAllComponents(action.selector).map(t.who), [one.selectComponent(action.selector)].filter(Boolean).map(t.who));
    if (action.kind === 'take') return t.take();
  },
};`;

function writeComponent(given: OracleCase, component: ComponentCase, self: number): string {
  const settings = [
    ...(component.slots === 'single' ? [] : [`${component.slots}Slots: true`]),
    ...(component.pureData ? ['pureDataPattern: /^_/'] : []),
  ];
  return `options: { ${settings.join(', ')} }, ${writeOptions(given, component, `c${self}`, 0, self)}`;
}

/** Options of a definition named `name`, which may use behaviors from `firstBehavior` on. */
function writeOptions(
  given: OracleCase,
  one: BehaviorCase,
  name: string,
  firstBehavior: number,
  component?: number,
): string {
  const behaviors = one.behaviors
    .map((offset) => firstBehavior + offset)
    .filter((at) => at < given.behaviors.length)
    .map((at) => `require('./b${at}.js')`);
  const isComponent = component !== undefined;
  const parts = [
    `behaviors: [${behaviors.join(', ')}]`,
    `data: ${writeData(one.data, isComponent)}`,
    `properties: { ${writeProperties(one, name, isComponent)} }`,
    `observers: { ${one.observers.map(({ key, effect }) => `${JSON.stringify(key)}(...v) { ${code(`${name} observer ${key}`, effect, '...v')} }`).join(', ')} }`,
    `methods: { ${writeMethods(one, name, isComponent)} }`,
    `lifetimes: { ${writeLifetimes(one, name, isComponent)} }`,
    `relations: { ${writeRelations(given, one.relations, name)} }`,
  ];
  return parts.join(',\n');
}

function writeData(assignments: readonly Assignment[], isComponent: boolean): string {
  const data: Record<string, unknown> = isComponent ? { ...initialData } : {};
  for (const { path, value } of assignments) {
    const [root] = /^\w+/.exec(path) ?? [''];
    if (root === path && root in initialData) data[root] = value;
  }
  return JSON.stringify(data);
}

function writeProperties(one: BehaviorCase, name: string, isComponent: boolean): string {
  const written: string[] = [];
  for (const property of one.properties) {
    const label = `${name} property ${property.name}`;
    const observer =
      property.observer === 'function'
        ? `, observer(now, old) { ${code(label, property.effect, 'now, old')} }`
        : property.observer === 'name'
          ? `, observer: 'watch_${property.name}'`
          : '';
    const { definition } = property;
    const members = definition.startsWith('{') ? definition.slice(1, -1) : `type: ${definition}`;
    written.push(`${property.name}: ${observer === '' ? definition : `{ ${members}${observer} }`}`);
  }
  if (isComponent) {
    for (const other of Object.keys(propertyDefinitions)) {
      if (!one.properties.some((property) => property.name === other)) {
        written.push(`${other}: ${propertyDefinitions[other]?.[0] ?? 'null'}`);
      }
    }
  }
  return written.join(', ');
}

function writeMethods(one: BehaviorCase, name: string, isComponent: boolean): string {
  const written = new Map<string, string>();
  if (isComponent) {
    for (const handler of ['h0', 'h1', 'h2']) written.set(handler, `(e) { t.event(this, '${name} ${handler}', e) }`);
  }
  for (const { name: handler, effect } of one.methods) {
    written.set(handler, `(e) { t.event(this, '${name} ${handler}', e); ${effectCode(`${name} ${handler}`, effect)} }`);
  }
  for (const { name: property, observer, effect } of one.properties) {
    if (observer === 'name')
      written.set(`watch_${property}`, `(now, old) { ${code(`${name} property ${property}`, effect, 'now, old')} }`);
  }
  if (isComponent) written.set('act', ': t.act');
  return [...written].map(([method, text]) => `${method}${text}`).join(', ');
}

function writeLifetimes(one: BehaviorCase, name: string, isComponent: boolean): string {
  const lifetimes = ['created', 'attached', 'ready', 'moved', 'detached'];
  return lifetimes
    .flatMap((lifetime) => {
      const own = one.lifetimes.find((found) => found.name === lifetime);
      if (own === undefined && !isComponent) return [];
      const keep = isComponent && ['created', 'attached', 'detached'].includes(lifetime) ? `t.${lifetime}(this);` : '';
      const effect: Effect = own?.effect ?? { kind: 'none' };
      return [`${lifetime}() { ${keep} ${code(`${name} ${lifetime}`, effect)} }`];
    })
    .join(', ');
}

function writeRelations(given: OracleCase, relations: readonly RelationCase[], name: string): string {
  const written = new Map<string, string>();
  relations.forEach(({ type, target }, at) => {
    const tells = ['linked', 'linkChanged', 'unlinked']
      .map((event) => `${event}(other) { t.tell(this, '${name} relation ${at} ${event}', t.who(other)) }`)
      .join(', ');
    if ('component' in target) written.set(`./c${target.component}`, `type: '${type}', ${tells}`);
    else if (
      target.behavior < given.behaviors.length &&
      !(name.startsWith('b') && Number(name.slice(1)) >= target.behavior)
    )
      written.set(`r${at}`, `type: '${type}', target: require('./b${target.behavior}.js'), ${tells}`);
  });
  return [...written].map(([key, text]) => `${JSON.stringify(key)}: { ${text} }`).join(', ');
}

/** Tells, then acts. */
function code(label: string, effect: Effect, values?: string): string {
  return `t.tell(this, ${JSON.stringify(label)}${values === undefined ? '' : `, ${values}`}); ${effectCode(label, effect)}`;
}

function effectCode(label: string, effect: Effect): string {
  const may = `if (t.may(this, ${JSON.stringify(label)}${setsProperty(effect) ? ', true' : ''}))`;
  switch (effect.kind) {
    case 'none':
      return '';
    case 'set':
      return `${may} this.setData(${dataOf(effect.assignments)});`;
    case 'count':
      return `${may} this.setData({ ${effect.field}: Number(this.data.${effect.field}) + 1 });`;
    case 'trigger':
      return `${may} this.triggerEvent('custom', { from: ${JSON.stringify(label)} }, ${JSON.stringify(effect.options)});`;
  }
}

/** `model:` may hand it on to the component around. */
function setsProperty(effect: Effect): boolean {
  if (effect.kind === 'count') return effect.field in propertyDefinitions;
  return (
    effect.kind === 'set' &&
    effect.assignments.some(({ path }) => (/^\w+/.exec(path)?.[0] ?? '') in propertyDefinitions)
  );
}

/** The argument of `setData`. */
function dataOf(assignments: readonly Assignment[]): string {
  return JSON.stringify(Object.fromEntries(assignments.map(({ path, value }) => [path, value])));
}
