import type { Position } from './position.ts';

/** Where a route leads. What is not said of speed follows from the way and the time since the point before. */
export interface RoutePoint extends Position {
  /** Milliseconds after the route began; default is `intervalMs` after the point before. The first is due at once. */
  readonly atMs?: number | undefined;
}

export interface RouteOptions {
  /** Between two points that say no time. 0: each as soon as the one before was taken. Default 1,000. */
  readonly intervalMs?: number | undefined;
}

export interface RouteClock {
  now(): number;
  /** Resolves after so many milliseconds, or when the signal says so. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: RouteClock = {
  now: () => performance.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};

/** A point of a route and when it is due. */
export interface RouteStop {
  readonly dueMs: number;
  readonly position: Position;
}

const mostPoints = 10_000;
const mostMs = 24 * 60 * 60 * 1_000;

/** Says when each point of a route is due. Throws when it is no route. */
export function planRoute(route: readonly RoutePoint[], { intervalMs = 1_000 }: RouteOptions = {}): RouteStop[] {
  if (!Array.isArray(route) || route.length === 0 || route.length > mostPoints) {
    throw new Error(`a route has 1 to ${mostPoints} points`);
  }
  if (!(intervalMs >= 0 && intervalMs <= mostMs)) throw new Error('intervalMs of a route is from 0 to a day');
  const stops: RouteStop[] = [];
  for (const [index, { atMs, ...point }] of route.entries()) {
    const before = stops.at(-1);
    const dueMs = atMs ?? (before ? before.dueMs + intervalMs : 0);
    if (!isDegrees(point.latitude, 90) || !isDegrees(point.longitude, 180)) {
      throw new Error(`point ${index} of the route has no latitude from -90 to 90 and longitude from -180 to 180`);
    }
    if (!(dueMs >= (before?.dueMs ?? 0) && dueMs <= mostMs)) {
      throw new Error(`point ${index} of the route is due before the one before it, or later than a day`);
    }
    const seconds = before ? (dueMs - before.dueMs) / 1_000 : 0;
    const speed = point.speed ?? (before && seconds > 0 ? metresBetween(before.position, point) / seconds : undefined);
    stops.push({ dueMs, position: { ...point, speed } });
  }
  return stops;
}

/** Hands out the positions when they are due, one after the other was taken. False: the signal ended it. */
export async function playStops(
  stops: readonly RouteStop[],
  take: (position: Position) => Promise<void>,
  clock: RouteClock,
  signal: AbortSignal,
): Promise<boolean> {
  const began = clock.now();
  for (const { dueMs, position } of stops) {
    const restMs = began + dueMs - clock.now();
    if (restMs > 0) await clock.wait(restMs, signal);
    if (signal.aborted) return false;
    await take(position);
  }
  return !signal.aborted;
}

const isDegrees = (value: number, most: number): boolean => Number.isFinite(value) && Math.abs(value) <= most;

/** On a round earth. */
function metresBetween(from: Position, to: Position): number {
  const radians = Math.PI / 180;
  const north = Math.sin(((to.latitude - from.latitude) * radians) / 2) ** 2;
  const east = Math.sin(((to.longitude - from.longitude) * radians) / 2) ** 2;
  const half = north + Math.cos(from.latitude * radians) * Math.cos(to.latitude * radians) * east;
  return 2 * 6_371_008 * Math.asin(Math.min(1, Math.sqrt(half)));
}
