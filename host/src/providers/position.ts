import { planRoute, playStops, type RouteClock, type RouteOptions, type RoutePoint, systemClock } from './route.ts';
import { answerMs } from './service-client.ts';

/** Where the user is, in WGS 84. */
export interface Position {
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** Metres a second. */
  readonly speed?: number | undefined;
  /** Metres. */
  readonly accuracy?: number | undefined;
  readonly altitude?: number | undefined;
}

/** Why there is no position. */
export type NoPosition = 'denied' | 'unavailable';

/** Where positions come from: the browser, a fixed point, a route that is played. */
export interface PositionSource {
  current(): Promise<Position | NoPosition>;
  /** Hears of the present position soon and of every later one. Returns its undo. */
  watch(listener: (position: Position | NoPosition) => void | Promise<void>): () => void;
}

/** As much of `navigator.geolocation` as is used. */
export interface Geolocation {
  getCurrentPosition(
    found: (at: GeolocationPosition) => void,
    failed: (error: { code: number }) => void,
    options: { readonly timeout: number },
  ): void;
  watchPosition(found: (at: GeolocationPosition) => void, failed: (error: { code: number }) => void): number;
  clearWatch(id: number): void;
}

interface GeolocationPosition {
  readonly coords: {
    readonly latitude: number;
    readonly longitude: number;
    readonly speed: number | null;
    readonly accuracy: number;
    readonly altitude: number | null;
  };
}

/** The browser's own position; it asks the person itself. */
export function browserPosition(geolocation: Geolocation | undefined): PositionSource {
  const read = ({ coords }: GeolocationPosition): Position => ({
    latitude: coords.latitude,
    longitude: coords.longitude,
    speed: coords.speed ?? undefined,
    accuracy: coords.accuracy,
    altitude: coords.altitude ?? undefined,
  });
  // PERMISSION_DENIED
  const why = ({ code }: { code: number }): NoPosition => (code === 1 ? 'denied' : 'unavailable');
  return {
    current: () =>
      new Promise((resolve) => {
        if (geolocation === undefined) resolve('unavailable');
        else
          geolocation.getCurrentPosition(
            (at) => resolve(read(at)),
            (error) => resolve(why(error)),
            // From when the person has allowed it. Without one a browser may look for ever.
            { timeout: answerMs },
          );
      }),
    watch(listener) {
      if (geolocation === undefined) {
        void listener('unavailable');
        return () => undefined;
      }
      const id = geolocation.watchPosition(
        (at) => void listener(read(at)),
        (error) => void listener(why(error)),
      );
      return () => geolocation.clearWatch(id);
    },
  };
}

/** Hears positions. A promise: until it settles the position has not been taken. */
type Listener = Parameters<PositionSource['watch']>[0];

/**
 * A source whose position somebody else may decide: devtools and tests put the phone somewhere, or play a route. It
 * is where the first source says until then.
 */
export interface PositionSwitch extends PositionSource {
  /**
   * Puts the phone there and ends a route that is played; undefined: the first source again. Resolves when everybody
   * who listens has taken the position.
   */
  set(position: Position | undefined): Promise<void>;
  /**
   * Moves the phone along a route, beginning at once, and leaves it at the end. Resolves when the last point was taken
   * (true), or when another call ended the route (false). Rejects, and moves nothing, when the route is not one.
   */
  play(route: readonly RoutePoint[], options?: RouteOptions): Promise<boolean>;
}

export function createPositionSwitch(first: PositionSource, clock: RouteClock = systemClock): PositionSwitch {
  let fixed: Position | undefined;
  let endRoute = (): void => undefined;
  const listeners = new Map<Listener, () => void>();
  const put = async (position: Position | undefined): Promise<void> => {
    fixed = position;
    const taken = [...listeners].map(([listener, stop]) => {
      stop();
      listeners.set(listener, position === undefined ? first.watch(listener) : () => undefined);
      return position && listener(position);
    });
    await Promise.all(taken);
  };
  return {
    current: async () => fixed ?? first.current(),
    watch(listener) {
      if (fixed === undefined) listeners.set(listener, first.watch(listener));
      else {
        listeners.set(listener, () => undefined);
        void listener(fixed);
      }
      return () => {
        listeners.get(listener)?.();
        listeners.delete(listener);
      };
    },
    set(position) {
      endRoute();
      return put(position);
    },
    async play(route, options) {
      const stops = planRoute(route, options);
      endRoute();
      const ended = new AbortController();
      endRoute = () => ended.abort();
      return playStops(stops, put, clock, ended.signal);
    },
  };
}
