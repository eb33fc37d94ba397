import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { createCompiler } from '@terrarium/runtime/compiler';
import { chromium } from 'playwright-core';
import { chromiumLaunchOptions } from '../browser/index.ts';
import { startHost } from '../testing/host-process.ts';
import { UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { formatProblem } from './print-problem.ts';
import { readQueries } from './read-queries.ts';
import { smokePage } from './smoke-page.ts';
import { findingOf, type SmokePage, type SmokeReport, summarize } from './smoke-report.ts';

/** `terrarium smoke`: does every page open? */
export const smoke: Command = {
  usage:
    'smoke <folder> [--json] [--screenshots <dir>] [--page <path>] [--query <path>?<query>]… [--timeout <seconds>]',
  summary:
    'Builds a project and opens every page in headless Chromium, each in a fresh program, with the query given for it. Exit code 1 when one fails.',
  async run(args) {
    const json = args.flag('json');
    const screenshots = args.option('screenshots');
    const only = args.option('page');
    const queries = readQueries(args.options('query'));
    const timeoutMs = Number(args.option('timeout') ?? 15) * 1000;
    const folder = resolve(args.positional('The project folder'));
    args.done();
    const say = (line: string) => json || console.log(line);
    const report = await smokeFolder({
      folder,
      only,
      queries,
      timeoutMs,
      screenshots: screenshots && resolve(screenshots),
      say,
    });
    if (json) console.log(JSON.stringify(report, null, 2));
    else printSummary(report);
    return report.ok ? 0 : 1;
  },
};

interface SmokeOptions {
  readonly folder: string;
  readonly only: string | undefined;
  /** Route → query text, without its question mark. */
  readonly queries: ReadonlyMap<string, string>;
  readonly timeoutMs: number;
  readonly screenshots: string | undefined;
  say(line: string): void;
}

async function smokeFolder({ folder, only, queries, timeoutMs, screenshots, say }: SmokeOptions): Promise<SmokeReport> {
  const compiler = createCompiler(folder);
  const built = await compiler.build();
  compiler.dispose();
  const warnings = built.warnings.map(findingOf);
  if (!built.ok || !built.manifest) {
    for (const problem of built.problems) say(formatProblem(problem));
    const errors = built.problems.map(findingOf);
    const routes = built.manifest?.pages ?? [''];
    const pages = routes.map((path) => ({ path, ok: false, nodes: 0, firstRenderMs: null, errors, warnings: [] }));
    return summarize(folder, pages, warnings);
  }
  const known = built.manifest.pages;
  for (const path of queries.keys()) {
    if (!known.includes(path)) throw new UsageError(`--query names ${path}, which is no page of the program.`);
  }
  const routes = known.filter((path) => only === undefined || path === only);
  const host = await startHost({ folders: [folder] });
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const run = {
      browser,
      address: host.address,
      appId: host.appIds[0] ?? built.manifest.appId,
      timeoutMs,
      screenshots,
    };
    const pages = await inLanes(routes, async (route) => {
      const page = await smokePage(run, route, queries.get(route));
      say(lineOf(page));
      return page;
    });
    return summarize(folder, pages, warnings);
  } finally {
    await browser.close();
    await host.dispose();
  }
}

/** At most this many browser contexts at once; a page is mostly waiting for its start. */
const lanes = Math.max(1, Math.min(4, availableParallelism()));

/** Runs `work` over `items` in as many lanes as there are, keeping their order in the result. */
async function inLanes<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const lane = async () => {
    for (const [at, item] of waiting) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

function lineOf({ path, ok, nodes, firstRenderMs, errors, warnings }: SmokePage): string {
  const time = firstRenderMs === null ? '–' : `${Math.round(firstRenderMs)} ms`;
  const head = `${ok ? 'ok  ' : 'FAIL'} ${path}  ${nodes} nodes, ${time}${warnings.length > 0 ? `, ${warnings.length} warnings` : ''}`;
  const details = errors.map(({ code, message, file, line, column }) => {
    const place = file === null ? '' : `${file}:${line}:${column}  `;
    return `\n       ${place}${message} [${code}]`;
  });
  return head + details.join('');
}

function printSummary({ summary, unsupported }: SmokeReport): void {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ×${count}`)
      .join(', ');
  for (const [kind, counts] of [['APIs', unsupported.apis], ...Object.entries(unsupported).slice(1)] as const) {
    if (Object.keys(counts).length > 0) console.log(`not supported here, ${kind}: ${list(counts)}`);
  }
  console.log(`${summary.pages} pages: ${summary.ok} ok, ${summary.failed} failed`);
}
