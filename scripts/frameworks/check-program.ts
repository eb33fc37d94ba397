import { setTimeout as wait } from 'node:timers/promises';
import { type HeadlessProgram, openHeadless } from '@terrarium/runtime/headless';

/** What a person does, and what is there afterwards. */
interface Step {
  readonly what: string;
  act(program: HeadlessProgram): void;
  /** Selector → how the texts of all nodes that match begin. */
  readonly shows: Readonly<Record<string, readonly string[]>>;
}

const steps: readonly Step[] = [
  {
    what: 'open',
    act: () => undefined,
    shows: { '#count': ['2 of 2'], '.row-text': ['water the ferns', 'feed the geckos'], '#preview': [], '#empty': [] },
  },
  { what: 'count', act: (program) => program.tap('#increase'), shows: { '#counted': ['2'] } },
  { what: 'tap a row', act: (program) => program.tap('#row-1 .row-text'), shows: { '.row-mark': ['✓', '✓'] } },
  { what: 'tap it again', act: (program) => program.tap('#row-1 .row-text'), shows: { '.row-mark': ['✓'] } },
  { what: 'type', act: (program) => program.input('#title', 'mist'), shows: { '#preview': ['new: mist'] } },
  {
    what: 'choose the switch',
    act: (program) => program.emit('#urgent', 'change', { value: true }),
    shows: { '#count': ['2 of 2'] },
  },
  {
    what: 'send the form',
    act: (program) => program.emit('#form', 'submit', { value: { title: 'mist' } }),
    shows: { '.row-text': ['water the ferns', 'feed the geckos', 'mist!'], '#preview': [] },
  },
  {
    what: 'reverse the list',
    act: (program) => program.tap('#reverse'),
    shows: { '.row-text': ['mist!', 'feed the geckos', 'water the ferns'] },
  },
  {
    what: 'choose a filter',
    act: (program) => program.emit('#filter', 'change', { value: '1' }),
    shows: { '#chosen': ['open'], '.row-text': ['mist!', 'water the ferns'], '#count': ['2 of 3'] },
  },
  {
    what: 'tick the last ones off',
    act(program) {
      program.tap('#row-3 .row-text');
      program.tap('#row-1 .row-text');
    },
    shows: { '.row-text': [], '#empty': ['nothing to do'] },
  },
  {
    what: 'show all',
    act: (program) => program.emit('#filter', 'change', { value: '0' }),
    shows: { '.row-mark': ['✓', '✓', '✓'] },
  },
  {
    what: 'remove one',
    act: (program) => program.tap('#row-3 .remove'),
    shows: { '.row-text': ['feed the geckos', 'water the ferns'] },
  },
  {
    what: 'open one',
    act: (program) => program.tap('#row-2 .open'),
    shows: {
      '#title': ['feed the geckos'],
      '#state': ['done'],
      '.note-text': ['crickets', 'five', 'at dusk', 'fruit'],
      '.depth-2 .note-text': ['at dusk'],
    },
  },
  { what: 'toggle it there', act: (program) => program.tap('#toggle'), shows: { '#state': ['open'] } },
  {
    what: 'go back',
    act: (program) => program.tap('#back'),
    shows: { '.row-mark': ['✓'], '#count': ['2 of 2'], '#left': ['2'] },
  },
];

/** Uses the program without a browser, step by step. Returns what was not as expected. */
export async function checkProgram(folder: string): Promise<string[]> {
  const errors: string[] = [];
  const program = await openHeadless(folder);
  try {
    for (const { what, act, shows } of steps) {
      act(program);
      errors.push(...(await differences(program, shows)).map((difference) => `${what}: ${difference}`));
    }
    errors.push(...program.problems.map(({ code, message }) => `${code}: ${message}`));
  } catch (error) {
    errors.push(String(error));
  } finally {
    program.dispose();
  }
  return errors;
}

/** Frameworks put their changes off by timers, which a program at rest may still have: asked again until it fits. */
async function differences(program: HeadlessProgram, shows: Step['shows']): Promise<string[]> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    await program.idle();
    const found = Object.entries(shows).flatMap(([selector, expected]) => {
      const texts = textsOf(program, selector);
      const fits = texts.length === expected.length && expected.every((text, at) => texts[at]?.startsWith(text));
      return fits ? [] : [`${selector} is ${JSON.stringify(texts)}, not ${JSON.stringify(expected)}`];
    });
    if (found.length === 0 || performance.now() > deadline) return found;
    await wait(20);
  }
}

const patienceMs = 3000;

function textsOf(program: HeadlessProgram, selector: string): string[] {
  const tree = program.tree();
  return tree.find(selector).map((node) => tree.text(node).trim());
}
