import type { Json } from '../../protocol/json.ts';
import { defineProperty, isFunction, isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import type { Callback, Options } from './method.ts';

const events = 'Canplay Play Pause Stop Ended TimeUpdate Error Waiting Seeking Seeked';

/** What the player tells of a sound with each event; what programs read as properties. */
const toldProperties = { currentTime: 0, duration: 0, paused: true, buffered: 0 } as const;

interface SoundKind {
  readonly name: string;
  readonly background: boolean;
  /** Properties that are sent when they are set, with the value they start with. */
  readonly sent: Readonly<Record<string, Json>>;
  /** Properties that are only kept. */
  readonly kept: Readonly<Record<string, Json>>;
  readonly events: string;
  /** What has an `off` beside its `on`. */
  readonly takesBack: boolean;
}

const inner: SoundKind = {
  name: 'InnerAudioContext',
  background: false,
  sent: { src: '', startTime: 0, autoplay: false, loop: false, volume: 1, playbackRate: 1 },
  kept: { obeyMuteSwitch: true, referrerPolicy: 'no-referrer' },
  events,
  takesBack: true,
};
const background: SoundKind = {
  name: 'BackgroundAudioManager',
  background: true,
  sent: { title: '', singer: '', src: '', startTime: 0, playbackRate: 1 },
  kept: {
    ...{ epname: '', coverImgUrl: '', webUrl: '', protocol: 'http', audioType: 'media' },
    ...{ referrerPolicy: 'no-referrer', referrerPath: '' },
  },
  events: `${events} Next Prev`,
  takesBack: false,
};

let lastNumber = 0;

/** `createInnerAudioContext` and `getBackgroundAudioManager`: the sound itself is played by the player's document. */
export function soundMembers(link: WxLink): Record<string, Callback> {
  let manager: Options | undefined;
  return {
    createInnerAudioContext: () => createSound(link, inner),
    getBackgroundAudioManager() {
      manager ??= createSound(link, background);
      return manager;
    },
  };
}

function createSound(link: WxLink, kind: SoundKind): Options {
  lastNumber += 1;
  const number = lastNumber;
  const sound: Record<string, unknown> = {};
  const state: Record<string, unknown> = { ...toldProperties };
  const listeners = new Map<string, Callback[]>();
  let destroyed = false;
  let undo: (() => void) | undefined;

  const fire = (type: string, detail?: unknown): void => {
    for (const listener of [...(listeners.get(type) ?? [])]) {
      link.guard(`listener of ${kind.name}.on${type}`, listener, detail);
    }
  };
  const hear = (data: Json): void => {
    if (!isObject(data) || data.sound !== number) return;
    const { type, state: told, errCode, errMsg } = data;
    if (isObject(told)) for (const name of Object.keys(toldProperties)) state[name] = told[name];
    const name = String(type);
    const event = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    fire(event, event === 'Error' ? { errCode, errMsg } : {});
  };
  const order = (action: string, more: Record<string, Json> = {}): void => {
    if (destroyed) return;
    // Nothing is told of a sound before it is used: until then nobody has to listen.
    undo ??= link.onNotify('sound', hear);
    link.call('playSound', { sound: number, background: kind.background, action, ...more }, (outcome) => {
      if (!outcome.ok) fire('Error', { errCode: -1, errMsg: outcome.error.errMsg });
    });
  };

  for (const [name, first] of Object.entries(kind.sent)) {
    let value: unknown = first;
    defineProperty(sound, name, {
      enumerable: true,
      configurable: true,
      get: () => value,
      set(given: unknown) {
        value = given;
        const kept = fitting(given, first);
        if (kept !== undefined) order('set', { [name]: kept });
        if (kind.background && name === 'src' && kept !== '' && kept !== undefined) order('play');
      },
    });
  }
  for (const name of Object.keys(toldProperties)) {
    defineProperty(sound, name, { enumerable: true, configurable: true, get: () => state[name], set: nothing });
  }
  Object.assign(sound, kind.kept, {
    play: () => order('play'),
    pause: () => order('pause'),
    stop: () => order('stop'),
    seek: (position: unknown) => order('seek', { position: Number(position) || 0 }),
  });
  for (const event of kind.events.split(' ')) {
    sound[`on${event}`] = (listener: unknown) => {
      if (isFunction(listener)) listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    };
    if (!kind.takesBack) continue;
    sound[`off${event}`] = (listener: unknown) => {
      const left = listener === undefined ? [] : (listeners.get(event) ?? []).filter((one) => one !== listener);
      listeners.set(event, left);
    };
  }
  if (kind.takesBack) {
    sound.destroy = () => {
      if (undo) order('destroy');
      destroyed = true;
      undo?.();
      listeners.clear();
    };
  }
  return sound;
}

/** `given` as a value of the type `first` has; undefined when it is none. */
function fitting(given: unknown, first: Json): Json | undefined {
  if (typeof first === 'boolean') return Boolean(given);
  if (typeof first === 'string') return given === undefined || given === null ? '' : String(given);
  const number = Number(given);
  return Number.isFinite(number) ? number : undefined;
}

const nothing = (): void => undefined;
