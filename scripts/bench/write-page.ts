import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
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
  const samples = report.rows.map(({ runs }) => runs);
  const [least, most] = [Math.min(...samples), Math.max(...samples)];
  // Medians of few samples on a busy machine mislead; the reader has to see that.
  const load = `load average of the last 15 minutes ${loadavg()[2]?.toFixed(0)}`;
  const content = `\n${describeReport(report)}\nMeasured by \`npm run bench -- ${report.bench}\` on ${machine}; ${load}; ${least} to ${most} samples a figure.\n`;
  await mkdir(inRoot('docs'), { recursive: true });
  await writeFile(inRoot(page), text.slice(0, start + before.length) + content + text.slice(end));
}
