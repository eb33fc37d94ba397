import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { inRoot } from '../root.ts';
import { type BenchReport, describeReport } from './report.ts';

const page = 'docs/performance.md';

/** Puts the report in its place in docs/performance.md; what is written around it stays. */
export async function writeReport(report: BenchReport): Promise<void> {
  const [before, after] = [`<!-- bench ${report.bench} -->`, `<!-- end of bench ${report.bench} -->`];
  const text = await readFile(inRoot(page), 'utf8').catch(() => `# Performance\n\n${before}\n${after}\n`);
  const start = text.indexOf(before);
  const end = text.indexOf(after);
  if (start < 0 || end < start) throw new Error(`${page} has no "${before}" and "${after}" to write between`);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
  const content = `\n${describeReport(report)}\nMeasured on ${machine}, by \`npm run bench -- ${report.bench} --write\`.\n`;
  await mkdir(inRoot('docs'), { recursive: true });
  await writeFile(inRoot(page), text.slice(0, start + before.length) + content + text.slice(end));
}
