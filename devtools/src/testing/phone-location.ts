import type { Page } from '@playwright/test';
import { developmentApi } from './development-api.ts';

/** A place on the earth, in WGS 84; programs that ask for `gcj02` get it converted, as everywhere. */
export interface Point {
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** Metres a second. */
  readonly speed?: number;
  /** Metres. */
  readonly accuracy?: number;
  readonly altitude?: number;
}

export interface RoutePoint extends Point {
  /** Milliseconds after the route began; default is `intervalMs` after the point before. The first is due at once. */
  readonly atMs?: number;
}

export interface RouteOptions {
  /** Between two points that say no time; 0: each as soon as the one before was handed over. Default 1,000. */
  readonly intervalMs?: number;
}

/**
 * Where the phone of a shell is, for all programs on it. `wx.getLocation`, `wx.onLocationChange`, a map's
 * `show-location` and the host's own sheets follow it. Consent is asked as ever.
 */
export class PhoneLocation {
  readonly #shell: Page;

  constructor(shell: Page) {
    this.#shell = shell;
  }

  /** Puts the phone there, and ends a route. Resolves when every program that follows has been told. */
  set(point: Point): Promise<void> {
    return developmentApi(this.#shell).setPosition(point);
  }

  /** The phone is where the browser says it is, as before the first `set`. */
  clear(): Promise<void> {
    return developmentApi(this.#shell).setPosition(undefined);
  }

  /**
   * Moves the phone along a route and leaves it at the end. A point's speed, where it says none, follows from the way
   * and the time since the point before. Resolves to true when the last point has been told, to false when another
   * `set`, `clear` or `play` ended it; await it later to look at what happens on the way. With `intervalMs: 0` no time
   * passes: every program hears every point, in order.
   */
  play(route: readonly RoutePoint[], options: RouteOptions = {}): Promise<boolean> {
    return developmentApi(this.#shell).playRoute(route, options);
  }
}
