/** One step of a selector: everything it asks of one node. */
interface Step {
  readonly tag: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  /** How it relates to the step before it. */
  readonly relation: 'first' | 'descendant' | 'child' | 'across';
}

/** A node as selectors see it. */
export interface Selectable {
  readonly tag: string | undefined;
  readonly id: string;
  readonly classes: readonly string[];
  /** The node around it in the same template; undefined at its root. */
  parent(): Selectable | undefined;
}

export type Selector = readonly (readonly Step[])[];

const part = /^(?:([\w-]+)|#([^\s.#>,]+)|\.([^\s.#>,]+))/;

/** Reads `#id`, `.class`, tags, `a b`, `a > b`, `a >>> b` and lists of them. What cannot be read matches nothing. */
export function parseSelector(text: string): Selector {
  const alternatives: Step[][] = [];
  for (const written of text.split(',')) {
    const steps = readSteps(written.trim());
    if (steps !== undefined && steps.length > 0) alternatives.push(steps);
  }
  return alternatives;
}

function readSteps(text: string): Step[] | undefined {
  const steps: Step[] = [];
  let rest = text;
  let relation: Step['relation'] = 'first';
  while (rest !== '') {
    const combinator = /^\s*(>>>|>|\s)\s*/.exec(rest);
    if (combinator !== null) {
      relation = combinator[1] === '>>>' ? 'across' : combinator[1] === '>' ? 'child' : 'descendant';
      rest = rest.slice(combinator[0].length);
    }
    let tag: string | undefined;
    let id: string | undefined;
    const classes: string[] = [];
    let found = part.exec(rest);
    if (found === null) return undefined;
    while (found !== null) {
      tag = found[1] ?? tag;
      id = found[2] ?? id;
      if (found[3] !== undefined) classes.push(found[3]);
      rest = rest.slice(found[0].length);
      found = part.exec(rest);
    }
    steps.push({ tag, id, classes, relation });
  }
  return steps;
}

/** True when `node` is meant by any alternative that stays inside one template. */
export function matchesSelector(selector: Selector, node: Selectable): boolean {
  for (const steps of selector) if (matchesFrom(steps, steps.length - 1, node)) return true;
  return false;
}

/** The alternatives that reach into components with `>>>`: what to find here, and what to look for inside. */
export function acrossComponents(selector: Selector): { readonly here: Selector; readonly inside: Selector }[] {
  const crossing: { here: Selector; inside: Selector }[] = [];
  for (const steps of selector) {
    const at = steps.findIndex((step) => step.relation === 'across');
    const first = steps[at];
    if (first === undefined) continue;
    crossing.push({ here: [steps.slice(0, at)], inside: [[{ ...first, relation: 'first' }, ...steps.slice(at + 1)]] });
  }
  return crossing;
}

function matchesFrom(steps: readonly Step[], at: number, node: Selectable): boolean {
  const step = steps[at];
  if (step === undefined || !matchesStep(step, node)) return false;
  if (step.relation === 'first') return true;
  if (step.relation === 'across') return false;
  for (let around = node.parent(); around !== undefined; around = around.parent()) {
    if (matchesFrom(steps, at - 1, around)) return true;
    if (step.relation === 'child') return false;
  }
  return false;
}

function matchesStep(step: Step, node: Selectable): boolean {
  if (step.tag !== undefined && step.tag !== node.tag) return false;
  if (step.id !== undefined && step.id !== node.id) return false;
  return step.classes.every((name) => node.classes.includes(name));
}
