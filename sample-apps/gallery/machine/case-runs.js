import { kinds } from '../cases/case.js';
import { casesByName } from '../cases/index.js';
import { entryOf } from '../catalog/index.js';
import { runCase, tapped } from './run-case.js';

const titles = { works: 'Works', wrong: 'Wrong argument', refused: 'Refused' };

/** What has come of cases, by entry. Outside the pages: some cases close the page they are run from. */
const runs = new Map();

/** Runs the cases of one entry and tells its page, whichever is open, how they stand. */
class CaseRun {
  /** The program shows nothing of the page while it is undefined. */
  tell;
  #cards;
  #goOn;

  /** `id` is that of the entry. */
  constructor(id) {
    const { apis = [] } = entryOf(id);
    const known = apis.filter((name) => casesByName.has(name));
    this.#cards = known.map((name) => ({ name, lines: kinds.map((kind) => lineOf(name, kind)) }));
  }

  get state() {
    const lines = this.#cards.flatMap((card) => card.lines);
    const count = (state) => lines.filter((line) => line.state === state).length;
    return {
      cards: this.#cards,
      running: count('running') > 0,
      said: count('passed') + count('failed') === 0 ? '' : `${count('passed')} as they should, ${count('failed')} not`,
    };
  }

  /** Runs the cases of one call, or of all. */
  async run(name, path) {
    if (this.state.running) return;
    for (const card of this.#cards) {
      if (name !== undefined && card.name !== name) continue;
      for (const kind of Object.keys(casesByName.get(card.name))) await this.#runLine(card, kind, path);
    }
  }

  /** The person has tapped "Go on". */
  goOn() {
    tapped();
    this.#goOn?.();
  }

  async #runLine({ name, lines }, kind, path) {
    const line = lines.find((one) => one.kind === kind);
    const one = casesByName.get(name)[kind];
    if (one.never !== undefined) return;
    this.#change(line, { state: 'running', got: '' });
    const outcome = await runCase(name, one, {
      goOn: () =>
        new Promise((resolve) => {
          this.#goOn = resolve;
          this.#change(line, { waits: true });
        }),
      comeBack: () => new Promise((resolve) => wx.navigateTo({ url: path, complete: resolve })),
    });
    this.#change(line, { state: outcome.passed ? 'passed' : 'failed', got: outcome.got, waits: false });
  }

  #change(line, change) {
    Object.assign(line, change);
    this.tell?.(this.state);
  }
}

/** The cases of an entry; they keep what has come of them as long as the program runs. */
export function caseRunOf(id) {
  if (!runs.has(id)) runs.set(id, new CaseRun(id));
  return runs.get(id);
}

function lineOf(name, kind) {
  const { never, person = [] } = casesByName.get(name)[kind];
  const state = never === undefined ? 'open' : 'never';
  return { kind, title: titles[kind], state, got: never ?? '', part: person.map(partOf).join(', then '), waits: false };
}

/** What a person has to do, in words. */
function partOf({ press, answer, key, write, into, file, field, pin, theme }) {
  if (press ?? answer) return `press ${press ?? answer}`;
  if (key) return `press ${key}, or tap beside what is shown`;
  if (write) return `write ${write} as ${into}`;
  if (file) return `choose ${file}`;
  if (field) return 'tap into the field';
  if (pin) return 'type your PIN';
  return theme ? `set the device to ${theme}` : 'tap Go on';
}
