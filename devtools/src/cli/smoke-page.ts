import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ProgramUnderTest } from '../testing/program.ts';
import { type Finding, findingOf, type SmokePage } from './smoke-report.ts';

export interface SmokeRun {
  readonly browser: Browser;
  readonly address: string;
  readonly appId: string;
  /** How long a page may take to become ready, in milliseconds. */
  readonly timeoutMs: number;
  readonly screenshots?: string | undefined;
}

/**
 * Opens one page as the entry page of a fresh program, in a fresh browser context, and says how it went. `query` is
 * text like `a=1&b=2`.
 */
export async function smokePage(run: SmokeRun, path: string, query?: string): Promise<SmokePage> {
  const context = await run.browser.newContext({ viewport: { width: 460, height: 940 } });
  const shell = await context.newPage();
  const complaints: Finding[] = [];
  shell.on('pageerror', (error) => complaints.push(hostError(error.message)));
  const program = new ProgramUnderTest(shell, run.appId);
  try {
    await shell.goto(`${run.address}/?${new URLSearchParams({ open: run.appId, path, ...(query && { query }) })}`);
    const late = await waitForEnd(shell, program, run.timeoutMs);
    if (late === undefined) await waitForNodes(shell, program);
    const inspecting = inspectPage(program, path);
    // One that is late may not even answer, and then its lateness is all there is to say.
    const report = await (late === undefined ? inspecting : inspecting.catch(() => nothingSeen(path)));
    if (run.screenshots !== undefined) {
      await waitForPictures(program);
      await takeScreenshot(shell, run.screenshots, path);
    }
    const found = [...report.errors, ...complaints, ...(late ? [late] : [])];
    const errors = found.length === 0 && report.nodes === 0 ? [drewNothing] : found;
    return { ...report, errors, ok: errors.length === 0 };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ...nothingSeen(path), ok: false, errors: [...complaints, hostError(message)] };
  } finally {
    await context.close();
  }
}

const nothingSeen = (path: string): Omit<SmokePage, 'ok'> => ({
  path,
  nodes: 0,
  firstRenderMs: null,
  errors: [],
  warnings: [],
});

const drewNothing = findingOf({
  code: 'WXML',
  message: 'The page drew no node: its template is empty, or nothing in it is shown.',
});

const hostError = (message: string) => findingOf({ code: 'INTERNAL', message });

/** Resolves once the page ran onReady or the program ended; a finding when neither came in time. */
async function waitForEnd(shell: Page, program: ProgramUnderTest, timeoutMs: number): Promise<Finding | undefined> {
  const ended = await comesTrue(shell, timeoutMs, async () => {
    const reports = await program.reports();
    return reports.some((report) => report.kind === 'ready' || (report.kind === 'problem' && report.fatal));
  });
  if (ended) return undefined;
  return findingOf({ code: 'LIMIT_TIME', message: `The page did not reach onReady within ${timeoutMs / 1000} s.` });
}

/** How long a page that is ready may show nothing: it may send its visitor on, or wait for an answer. */
const emptyMs = 2000;

async function waitForNodes(shell: Page, program: ProgramUnderTest): Promise<void> {
  await comesTrue(shell, emptyMs, async () => {
    const reports = await program.reports();
    if (reports.some((report) => report.kind === 'problem')) return true;
    return ((await program.pages()).at(-1)?.nodes ?? 0) > 0;
  });
}

/** Asks again and again; false when it did not come true in time. */
async function comesTrue(shell: Page, timeoutMs: number, isTrue: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (await isTrue()) return true;
    await shell.waitForTimeout(30);
  }
  return false;
}

async function inspectPage(program: ProgramUnderTest, path: string): Promise<Omit<SmokePage, 'ok'>> {
  const fatal = (await program.reports()).flatMap((report) =>
    report.kind === 'problem' && report.fatal ? [findingFromReport(report.problem)] : [],
  );
  if (fatal.length > 0) return { ...nothingSeen(path), errors: fatal };
  const [pages, { problems, warnings }] = [await program.pages(), await program.inspector.problems()];
  const top = pages.at(-1);
  return {
    path,
    nodes: top?.nodes ?? 0,
    firstRenderMs: top?.firstRenderMs ?? null,
    errors: problems.map(findingOf),
    warnings: warnings.map(findingOf),
  };
}

function findingFromReport({ code, message }: Readonly<Record<string, unknown>>): Finding {
  return findingOf({ code: String(code), message: String(message) });
}

/** Pictures come after the page that names them; one that does not come at all is not waited for long. */
const picturesMs = 1500;

async function waitForPictures(program: ProgramUnderTest): Promise<void> {
  const frame = program.player.locator('iframe[data-page][data-top]');
  if ((await frame.count()) === 0) return;
  await frame.evaluate(async (element, patienceMs) => {
    const document = element instanceof HTMLIFrameElement ? element.contentDocument : null;
    const deadline = performance.now() + patienceMs;
    const waiting = () => [...(document?.images ?? [])].some((image) => !image.complete || !image.hasAttribute('src'));
    while (waiting() && performance.now() < deadline) await new Promise(requestAnimationFrame);
  }, picturesMs);
}

async function takeScreenshot(shell: Page, folder: string, path: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await shell.screenshot({ path: join(folder, `${path.replaceAll('/', '__')}.png`) });
}
