import { type Json, TerrariumError } from '../protocol/index.ts';
import { textOf } from './text-value.ts';

/** What a selector looks at. */
export interface Candidate {
  readonly tag: string;
  attribute(name: string): Json | undefined;
  readonly parent: Candidate | undefined;
}

type Test = (candidate: Candidate) => boolean;
interface Step {
  readonly tests: readonly Test[];
  /** How the step before it relates: an ancestor, the parent, or nothing before it. */
  readonly relation: 'ancestor' | 'parent' | 'none';
}

const token =
  /\s*(,|>>>|>)\s*|(\s+)|\*|([A-Za-z_][\w.-]*)|([.#])((?:\\.|[^\s.#[\]>,\\])+)|\[\s*([\w:-]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]*))\s*)?\]/y;

/**
 * Reads a selector list.
 *
 * @throws TerrariumError `BAD_ARGUMENT` with the place that cannot be read.
 */
export function readSelector(selector: string): (candidate: Candidate) => boolean {
  const text = selector.trim();
  const alternatives: Step[][] = [];
  let steps: Step[] = [];
  let tests: Test[] = [];
  let relation: Step['relation'] = 'none';
  const close = (next: Step['relation'], at: number) => {
    if (tests.length === 0) throw unreadable(selector, at);
    steps.push({ tests, relation });
    tests = [];
    relation = next;
  };
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw unreadable(selector, at);
    const [whole, separator, space, tag, sign, name, attribute, ...values] = match;
    if (separator === ',') {
      close('none', at);
      alternatives.push(steps);
      steps = [];
    } else if (separator) {
      close(separator === '>' ? 'parent' : 'ancestor', at);
    } else if (space) {
      close('ancestor', at);
    } else if (whole === '*') {
      tests.push(() => true);
    } else if (tag) {
      tests.push((candidate) => candidate.tag === tag);
    } else if (name !== undefined) {
      const plain = name.replace(/\\(.)/g, '$1');
      tests.push(sign === '#' ? hasId(plain) : hasClass(plain));
    } else if (attribute) {
      tests.push(
        hasAttribute(
          attribute,
          values.find((value) => value !== undefined),
        ),
      );
    }
  }
  close('none', text.length);
  alternatives.push(steps);
  return (candidate) => alternatives.some((alternative) => matches(alternative, alternative.length - 1, candidate));
}

function matches(steps: readonly Step[], at: number, candidate: Candidate): boolean {
  const step = steps[at];
  if (!step?.tests.every((test) => test(candidate))) return false;
  if (step.relation === 'none') return true;
  for (let outer = candidate.parent; outer; outer = outer.parent) {
    if (matches(steps, at - 1, outer)) return true;
    if (step.relation === 'parent') return false;
  }
  return false;
}

function hasId(id: string): Test {
  return (candidate) => textOf(candidate.attribute('id')) === id;
}

function hasClass(name: string): Test {
  return (candidate) => textOf(candidate.attribute('class')).split(/\s+/).includes(name);
}

function hasAttribute(name: string, value: string | undefined): Test {
  return (candidate) => {
    const own = candidate.attribute(name);
    return own !== undefined && (value === undefined || textOf(own) === value);
  };
}

function unreadable(selector: string, at: number): TerrariumError {
  return new TerrariumError(
    'BAD_ARGUMENT',
    `the selector ${JSON.stringify(selector)} cannot be read at character ${at + 1}; ` +
      'use tags, .class, #id, [name=value], spaces, > and commas',
  );
}
