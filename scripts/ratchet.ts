// `npm run ratchet`: five counts that may only fall. `-- --update` writes a lower count down.
import { readFile, writeFile } from 'node:fs/promises';
import { sourceFiles } from './imports.ts';
import { inRoot } from './root.ts';

const limits = { source: 400, test: 500 };
const file = inRoot('scripts/ratchet.json');

async function count(): Promise<Record<string, number>> {
  const counts = { longFiles: 0, longTests: 0, any: 0, casts: 0, skippedTests: 0 };
  for (const path of await sourceFiles(true)) {
    const text = await readFile(inRoot(path), 'utf8');
    const isTest = /\.(test|spec)\.tsx?$/.test(path);
    if (text.split('\n').length > (isTest ? limits.test : limits.source)) {
      counts[isTest ? 'longTests' : 'longFiles'] += 1;
      console.log(`long: ${path}`);
    }
    const code = withoutComments(text);
    if (isTest) counts.skippedTests += matches(code, /\btest(\.describe)?\.(skip|fixme)\(/g);
    else {
      counts.any += matches(code, /[:<,|&(]\s*any\b/g);
      counts.casts += casts(code);
    }
  }
  return counts;
}

const matches = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** `x as T`, leaving out `as const`, imports and exports with `as`, and the word in a template string. */
function casts(code: string): number {
  const lines = code.split('\n').filter((line) => !/^\s*(import|export)\b.*\bas\b.*(from|;|,)/.test(line));
  return matches(lines.join('\n'), /[\w)\]}'"`]\s+as\s+(?!const\b|[\w.]+(?:\s+(?!as\b)[a-z]|`))[A-Za-z{([]/g);
}

/** Blanks comments and string bodies well enough to count words in what is left. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, (found) =>
    found.startsWith("'") || found.startsWith('"') ? "''" : ' ',
  );
}

const now = await count();
const before: Record<string, number> = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
const worse = Object.keys(now).filter((name) => (now[name] ?? 0) > (before[name] ?? 0));
const better = Object.keys(now).filter((name) => (now[name] ?? 0) < (before[name] ?? 0));
console.log(
  Object.entries(now)
    .map(([name, value]) => `${name} ${value}`)
    .join(', '),
);

if (process.argv.includes('--update')) await writeFile(file, `${JSON.stringify(now, null, 2)}\n`);
else if (worse.length > 0) {
  for (const name of worse) console.error(`${name} rose from ${before[name] ?? 0} to ${now[name]}: mend the new one.`);
  process.exitCode = 1;
} else if (better.length > 0) {
  console.error(`${better.join(', ')} fell. Write it down: npm run ratchet -- --update`);
  process.exitCode = 1;
}
