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
  watch(listener: (position: Position | NoPosition) => void): () => void;
}

/** As much of `navigator.geolocation` as is used. */
export interface Geolocation {
  getCurrentPosition(found: (at: GeolocationPosition) => void, failed: (error: { code: number }) => void): void;
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
          );
      }),
    watch(listener) {
      if (geolocation === undefined) {
        listener('unavailable');
        return () => undefined;
      }
      const id = geolocation.watchPosition(
        (at) => listener(read(at)),
        (error) => listener(why(error)),
      );
      return () => geolocation.clearWatch(id);
    },
  };
}

/** A source that can be given another one, or a point, while it is listened to: devtools and tests play routes by it. */
export interface PositionSwitch extends PositionSource {
  /** Undefined: the first source again. */
  set(position: Position | undefined): void;
}

export function createPositionSwitch(first: PositionSource): PositionSwitch {
  let fixed: Position | undefined;
  const listeners = new Map<(position: Position | NoPosition) => void, () => void>();
  const begin = (listener: (position: Position | NoPosition) => void): (() => void) => {
    if (fixed === undefined) return first.watch(listener);
    listener(fixed);
    return () => undefined;
  };
  return {
    current: async () => fixed ?? first.current(),
    watch(listener) {
      listeners.set(listener, begin(listener));
      return () => {
        listeners.get(listener)?.();
        listeners.delete(listener);
      };
    },
    set(position) {
      fixed = position;
      for (const [listener, stop] of listeners) {
        stop();
        listeners.set(listener, begin(listener));
      }
    },
  };
}
