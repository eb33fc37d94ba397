import { type Providers, refuse, succeed } from '@terrarium/runtime';
import type { ProgramHost } from './program-host.ts';

const kinds = {
  Accelerometer: { start: 'startAccelerometer', stop: 'stopAccelerometer', event: 'devicemotion' },
  Compass: { start: 'startCompass', stop: 'stopCompass', event: 'deviceorientation' },
  DeviceMotion: {
    start: 'startDeviceMotionListening',
    stop: 'stopDeviceMotionListening',
    event: 'deviceorientation',
  },
  Gyroscope: { start: 'startGyroscope', stop: 'stopGyroscope', event: 'devicemotion' },
} as const;
type Kind = keyof typeof kinds;
type Names = (typeof kinds)[Kind]['start' | 'stop'];

/** The window whose sensors are read. */
export interface SensorWindow {
  addEventListener(type: 'devicemotion', listener: (event: DeviceMotionEvent) => void): void;
  addEventListener(type: 'deviceorientation', listener: (event: DeviceOrientationEvent) => void): void;
  removeEventListener(type: 'devicemotion', listener: (event: DeviceMotionEvent) => void): void;
  removeEventListener(type: 'deviceorientation', listener: (event: DeviceOrientationEvent) => void): void;
}

export interface SensorParts {
  readonly providers: Pick<Providers, Names>;
  /** The program's window is gone. */
  ended(appId: string): void;
}

/** Milliseconds between two readings, as documented. */
const every = { game: 20, ui: 60, normal: 200 };
/** A browser with sensors has told of them by then; one without never does. */
const patienceMs = 1_000;
const gravity = 9.80665;
const noSensor = refuse('UNAVAILABLE', 'this device has no such sensor, or the browser does not allow it');

/** Acceleration, direction and turning, by the browser's own events. Each is told while the program is in front. */
export function sensorParts(window: SensorWindow, programs: Pick<ProgramHost, 'tell' | 'visible'>): SensorParts {
  const running = new Map<string, () => void>();
  const end = (appId: string, kind: Kind): void => {
    running.get(`${kind} ${appId}`)?.();
    running.delete(`${kind} ${appId}`);
  };
  const start = (appId: string, kind: Kind, interval: keyof typeof every) => {
    end(appId, kind);
    let last = Number.NEGATIVE_INFINITY;
    let found: () => void = () => undefined;
    const first = new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), patienceMs);
      found = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
    const hear = (reading: Reading | undefined): void => {
      if (reading === undefined) return;
      found();
      const now = performance.now();
      if (now - last < every[interval] || !programs.visible(appId)) return;
      last = now;
      programs.tell(appId, `on${kind}Change`, { ...reading });
    };
    const motion = (event: DeviceMotionEvent) => hear(kind === 'Gyroscope' ? turning(event) : pulling(event));
    const orientation = (event: DeviceOrientationEvent) => hear(kind === 'Compass' ? pointing(event) : held(event));
    if (kinds[kind].event === 'devicemotion') window.addEventListener('devicemotion', motion);
    else window.addEventListener('deviceorientation', orientation);
    running.set(`${kind} ${appId}`, () => {
      window.removeEventListener('devicemotion', motion);
      window.removeEventListener('deviceorientation', orientation);
    });
    return first.then((there) => {
      if (there) return succeed({});
      end(appId, kind);
      return noSensor;
    });
  };
  const stop = (appId: string, kind: Kind) => {
    end(appId, kind);
    return succeed({});
  };
  return {
    providers: {
      startAccelerometer: ({ appId, params }) => start(appId, 'Accelerometer', params.interval),
      stopAccelerometer: ({ appId }) => stop(appId, 'Accelerometer'),
      startCompass: ({ appId }) => start(appId, 'Compass', 'normal'),
      stopCompass: ({ appId }) => stop(appId, 'Compass'),
      startDeviceMotionListening: ({ appId, params }) => start(appId, 'DeviceMotion', params.interval),
      stopDeviceMotionListening: ({ appId }) => stop(appId, 'DeviceMotion'),
      startGyroscope: ({ appId, params }) => start(appId, 'Gyroscope', params.interval),
      stopGyroscope: ({ appId }) => stop(appId, 'Gyroscope'),
    },
    ended(appId) {
      end(appId, 'Accelerometer');
      end(appId, 'Compass');
      end(appId, 'DeviceMotion');
      end(appId, 'Gyroscope');
    },
  };
}

type Reading = Readonly<Record<string, number | string>>;

/** In g, as WeChat tells it; browsers tell metres a second squared. */
function pulling({ accelerationIncludingGravity: a }: DeviceMotionEvent): Reading | undefined {
  if (a?.x == null || a.y == null || a.z == null) return undefined;
  return { x: a.x / gravity, y: a.y / gravity, z: a.z / gravity };
}

/** In radians a second; browsers tell degrees. */
function turning({ rotationRate: r }: DeviceMotionEvent): Reading | undefined {
  if (r?.alpha == null || r.beta == null || r.gamma == null) return undefined;
  const radians = Math.PI / 180;
  return { x: r.beta * radians, y: r.gamma * radians, z: r.alpha * radians };
}

function pointing({ alpha, absolute }: DeviceOrientationEvent): Reading | undefined {
  // Counted against the clock by browsers, with it by a compass.
  return alpha === null ? undefined : { direction: (360 - alpha) % 360, accuracy: absolute ? 'high' : 'no-contact' };
}

function held({ alpha, beta, gamma }: DeviceOrientationEvent): Reading | undefined {
  return alpha === null || beta === null || gamma === null ? undefined : { alpha, beta, gamma };
}
