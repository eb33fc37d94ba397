import { matches } from './matches.js';

/** Longer than a call remembers a tap. */
const tapMs = 5_200;
let lastTap = 0;

/** Tells that the person has just tapped. */
export function tapped() {
  lastTap = Date.now();
}

/**
 * Runs one case of `wx[name]` and tells whether it gave what it should, and what it gave. `goOn` waits for the person.
 *
 * @param {string} name
 * @param {import('../cases/case.js').Case} one
 * @param {Pick<import('../cases/case.js').Kit, 'goOn' | 'comeBack'>} page
 */
export async function runCase(name, one, page) {
  const got = await outcomeOf(name, one, { wx, call, flood, untouched, until, ...page });
  return { passed: matches(one.gives, got, name), got: wordsOf(got) };
}

async function outcomeOf(name, { options, args, run }, kit) {
  try {
    if (run) return await run(kit);
    return await (args ? wx[name](...args) : call(name, options));
  } catch (error) {
    // What a call without callbacks rejects with is its answer; what a sync call throws is an Error.
    return error instanceof Error ? { thrown: error.message } : error;
  }
}

function call(name, options = {}) {
  return new Promise((resolve) => wx[name]({ ...options, success: resolve, fail: resolve }));
}

async function flood(name, options, times) {
  const answers = await Promise.all(Array.from({ length: times }, () => call(name, options)));
  // The bucket of a busy machine fills while it is being emptied.
  return answers.find(({ errMsg }) => errMsg !== `${name}:ok`) ?? answers.at(-1);
}

function untouched() {
  return pause(Math.max(0, lastTap + tapMs - Date.now()));
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(test) {
  for (let tries = 0; tries < 300 && !(await test()); tries += 1) await pause(100);
}

/** What an answer says, in a line. */
function wordsOf(got) {
  if (got === undefined) return 'undefined';
  const words = typeof got?.errMsg === 'string' ? got.errMsg : JSON.stringify(got);
  return words.length > 120 ? `${words.slice(0, 120)}…` : words;
}
