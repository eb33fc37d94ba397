// `npm run compat`: what of the documented format is here. `-- --json` for machines, `-- --write` rewrites
// docs/compatibility.md and the compiler's list of what the components declare.
import { writeFile } from 'node:fs/promises';
import { countCases } from './compat/case-counts.ts';
import { describeReport } from './compat/describe.ts';
import { drawnSource } from './compat/drawn-source.ts';
import { compatibilityPage } from './compat/page.ts';
import { summarize } from './compat/summary.ts';
import { tagRows } from './compat/tag-rows.ts';
import { wxRows } from './compat/wx-rows.ts';
import { inRoot } from './root.ts';

const rows = [...tagRows(), ...wxRows()];
if (process.argv.includes('--write')) {
  await writeFile(inRoot('docs/compatibility.md'), compatibilityPage(rows));
  await writeFile(inRoot('runtime/src/protocol/documents/drawn-documents.ts'), drawnSource());
}
const report = { ...summarize(rows), cases: countCases(rows) };
console.log(process.argv.includes('--json') ? JSON.stringify(report, null, 2) : describeReport(report));
