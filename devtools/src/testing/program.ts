import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { PlayerReport } from '@terrarium/runtime/protocol';
import { createInspectorClient, type InspectorClient, type PageInfo } from '../client/index.ts';
import { developmentApi } from './development-api.ts';
import { dragWith, type Way } from './drag.ts';
import { PhoneLocation } from './phone-location.ts';
import { cssOf } from './selectors.ts';

/** What the program has logged. */
export interface ConsoleLine {
  readonly level: string;
  readonly text: string;
}

/**
 * One running mini-program, driven through a real shell in a real browser. Selectors are WXML selectors
 * (`view.item`, `#add`) and mean the page on top; custom components are looked into.
 */
export class ProgramUnderTest {
  readonly appId: string;
  readonly inspector: InspectorClient;
  /** The shell's page, for what the host draws: capsule, sheets, launcher. */
  readonly shell: Page;
  /** Where the phone is. */
  readonly location: PhoneLocation;

  constructor(shell: Page, appId: string) {
    this.shell = shell;
    this.appId = appId;
    this.location = new PhoneLocation(shell);
    this.inspector = createInspectorClient((method, params) => developmentApi(shell).inspect(appId, method, params));
  }

  /** The player's own window: navigation bar, tab bar, toasts and modals. */
  get player(): FrameLocator {
    return this.shell.frameLocator(`iframe[data-app-id="${this.appId}"]`);
  }

  /** What the host asks in front of the program: consent, cashier, pickers. A sheet on its way back is none any more. */
  get sheet(): Locator {
    return this.shell.locator('.sheet-layer:not([inert])').getByRole('dialog');
  }

  /** Presses a button of that sheet, once it takes presses: in its first moments it takes none. */
  async answer(button: string): Promise<void> {
    await this.sheet.getByRole('button', { name: button, exact: true, disabled: false }).click();
  }

  /** The document of the page on top. */
  get page(): FrameLocator {
    return this.player.frameLocator('iframe[data-page][data-top]');
  }

  /** Elements of the page on top by WXML selector. */
  locator(selector: string): Locator {
    return this.page.locator(cssOf(selector));
  }

  /** A tap at the middle of the one element that fits. */
  async tap(selector: string): Promise<void> {
    await this.locator(selector).click();
  }

  /** Presses the middle of the one element that fits, moves by so many pixels and lets go. */
  async drag(selector: string, by: Way): Promise<void> {
    await dragWith(this.shell, this.locator(selector), by);
  }

  /** The native control inside an `input` or `textarea`, for what it holds and whether it has the focus. */
  field(selector: string): Locator {
    return this.locator(selector).locator('input, textarea');
  }

  /** Presses the back button of the page on top, and waits until the one below stands there. Throws for the only page. */
  async back(): Promise<void> {
    const below = (await this.pages()).at(-2);
    if (below === undefined) throw new Error('There is no page below the one on top, so no way back.');
    await this.player.locator('.navigation-bar[data-top] .navigation-back').click();
    await this.player.locator(`iframe[data-page="${below.page}"][data-top]`).waitFor();
  }

  /** Gives the window this size in CSS pixels and waits until the page is laid out in it: presses would miss before. */
  async resize(size: { readonly width: number; readonly height: number }): Promise<void> {
    await this.shell.setViewportSize(size);
    const place = this.shell.locator(`iframe[data-app-id="${this.appId}"]`);
    await twoFrames(place);
    const wanted = await place.evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight].join());
    const inside = this.player.locator('body');
    await inside.evaluate(async (_, sides) => {
      while ([innerWidth, innerHeight].join() !== sides) await new Promise(requestAnimationFrame);
    }, wanted);
    await twoFrames(inside);
  }

  /** Types into an `input` or `textarea`, replacing what was there. */
  async input(selector: string, text: string): Promise<void> {
    await this.field(selector).fill(text);
  }

  /**
   * From now on the phone has a keyboard of this many CSS pixels: it comes over the program while a field is written
   * in. With 0 it has none, as at first.
   */
  async keyboard(height: number): Promise<void> {
    await this.inspector.setKeyboard(height);
  }

  /** Presses a key in an `input`, for example `Enter` to confirm. */
  async press(selector: string, key: string): Promise<void> {
    await this.field(selector).press(key);
  }

  /** Open pages, bottom first. */
  pages(): Promise<PageInfo[]> {
    return this.inspector.pages();
  }

  /** Route of the page on top, without leading slash. */
  async route(): Promise<string> {
    return (await this.inspector.pages()).at(-1)?.route ?? '';
  }

  /** Data of the page on top, or one member of it by dotted path. */
  async data(path?: string): Promise<unknown> {
    const data = await this.inspector.data();
    return path === undefined ? data : memberAt(data, path.split('.'));
  }

  /** Everything the player has reported so far. */
  reports(): Promise<PlayerReport[]> {
    return developmentApi(this.shell).reports(this.appId);
  }

  /** What the program has written to its console. */
  async console(): Promise<ConsoleLine[]> {
    return (await this.reports()).flatMap((report) =>
      report.kind === 'log' ? [{ level: report.level, text: report.text }] : [],
    );
  }

  /** Uncaught errors so far, as one text each. */
  async errors(): Promise<string[]> {
    const { problems } = await this.inspector.problems();
    return problems.map(({ code, message, position }) =>
      position ? `${code} ${position.file}:${position.line}:${position.column} ${message}` : `${code} ${message}`,
    );
  }

  /** Closes the program as the capsule's close button does. */
  async close(): Promise<void> {
    await developmentApi(this.shell).close(this.appId);
  }

  /** Opens another page or the same program again. */
  async open(path?: string, query: Record<string, string> = {}): Promise<void> {
    await developmentApi(this.shell).open(this.appId, { path, query });
  }
}

/** What was laid out is on the screen, where presses go. */
const twoFrames = (inside: Locator): Promise<unknown> =>
  inside.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));

function memberAt(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return memberAt(Reflect.get(value, name), rest);
}
