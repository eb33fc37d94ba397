import type { OracleCase } from './case.ts';
import { writeProgram } from './run-terrarium.ts';

/** A case as the files a reader can follow. */
export function describeCase(given: OracleCase): string {
  const { files } = writeProgram(given);
  const parts = Object.entries(files).filter(([file]) => !file.endsWith('trace.js'));
  const actions = given.actions.map((one) => JSON.stringify(one));
  return [...parts.map(([file, text]) => `── ${file}\n${text}`), `── actions\n${actions.join('\n')}`].join('\n');
}
