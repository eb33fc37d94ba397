import type { Assets } from '../dom/index.ts';
import type { Json } from '../protocol/json.ts';

export interface SoundOrder {
  readonly sound: number;
  readonly background: boolean;
  readonly action: 'set' | 'play' | 'pause' | 'stop' | 'seek' | 'destroy';
  readonly position: number;
  readonly src?: string | undefined;
  readonly startTime?: number | undefined;
  readonly autoplay?: boolean | undefined;
  readonly loop?: boolean | undefined;
  readonly volume?: number | undefined;
  readonly playbackRate?: number | undefined;
}

/** The sounds of one program, played by the player's own document: several at once, whatever page is on top. */
export interface Sounds {
  /** @returns what is wrong with the order, or nothing. */
  order(order: SoundOrder): string | undefined;
  /** The program went away: all but background sounds pause. */
  suspend(): void;
  dispose(): void;
}

interface Sound {
  readonly element: HTMLAudioElement;
  readonly background: boolean;
  readonly ends: AbortController;
  src: string;
  startTime: number;
  autoplay: boolean;
  stopped: boolean;
  /** It plays as soon as its source is resolved. */
  wanted: boolean;
  generation: number;
}

/** More at once than a game has use for; each keeps a decoder. */
const mostSounds = 64;

/** Events of the element that are told as they are, by the name the program knows. */
const plainEvents = [
  ['canplay', 'canplay'],
  ['play', 'play'],
  ['ended', 'ended'],
  ['timeupdate', 'timeUpdate'],
  ['waiting', 'waiting'],
  ['seeking', 'seeking'],
  ['seeked', 'seeked'],
] as const;

/** What programs read as `errCode`, by the number of the browser's media error. */
const errorCodes: ReadonlyMap<number, number> = new Map([
  [2, 10002],
  [3, 10004],
  [4, 10004],
]);

export function createSounds(parts: {
  readonly assets: Assets;
  open(): HTMLAudioElement | undefined;
  /** Something happened to a sound: `{sound, type, state, …}`. */
  heard(data: Json): void;
}): Sounds {
  const { assets, heard } = parts;
  const sounds = new Map<number, Sound>();

  const tell = (number: number, sound: Sound, type: string, more: Record<string, Json> = {}): void => {
    const { element } = sound;
    const { buffered } = element;
    heard({
      sound: number,
      type,
      state: {
        currentTime: element.currentTime,
        duration: Number.isFinite(element.duration) ? element.duration : 0,
        paused: element.paused,
        buffered: buffered.length > 0 ? buffered.end(buffered.length - 1) : 0,
      },
      ...more,
    });
  };
  const fail = (number: number, sound: Sound, errCode: number, errMsg: string) =>
    tell(number, sound, 'error', { errCode, errMsg });

  const play = (number: number, sound: Sound): void => {
    sound.stopped = false;
    sound.wanted = true;
    if (sound.element.getAttribute('src') === null) return;
    sound.element.play().catch((error: unknown) => {
      // A pause or another source came before it began: no failure.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      const silent = error instanceof DOMException && error.name === 'NotAllowedError';
      if (silent) fail(number, sound, 10001, 'the browser plays no sound before the person touched the program');
    });
  };

  const make = (number: number, background: boolean): Sound | string => {
    if (sounds.size >= mostSounds) return `there are ${mostSounds} sounds already; destroy those no longer needed`;
    const element = parts.open();
    if (!element) return 'nothing here can play sound';
    const ends = new AbortController();
    const { signal } = ends;
    const sound: Sound = {
      ...{ element, background, ends, src: '', startTime: 0, autoplay: false },
      ...{ stopped: false, wanted: false, generation: 0 },
    };
    element.preload = 'auto';
    for (const [type, name] of plainEvents) element.addEventListener(type, () => tell(number, sound, name), { signal });
    element.addEventListener(
      'pause',
      () => {
        if (!element.ended && !sound.stopped) tell(number, sound, 'pause');
      },
      { signal },
    );
    element.addEventListener(
      'loadedmetadata',
      () => {
        if (sound.startTime > 0) element.currentTime = sound.startTime;
      },
      { signal },
    );
    element.addEventListener(
      'error',
      () => {
        const code = element.error?.code ?? 0;
        fail(number, sound, errorCodes.get(code) ?? -1, `${sound.src.slice(0, 200)} cannot be played`);
      },
      { signal },
    );
    sounds.set(number, sound);
    return sound;
  };

  const load = async (number: number, sound: Sound, src: string): Promise<void> => {
    sound.src = src;
    sound.generation += 1;
    const { generation } = sound;
    sound.element.removeAttribute('src');
    if (src === '') return sound.element.load();
    const url = await Promise.resolve()
      .then(() => assets.url(src, 'app'))
      .catch(() => '');
    if (generation !== sound.generation || sounds.get(number) !== sound) return;
    if (!/^(?:https?:|blob:)/.test(url)) {
      fail(number, sound, 10003, `${src.slice(0, 200)} is not there`);
      return;
    }
    sound.element.src = url;
    if (sound.wanted || sound.autoplay) play(number, sound);
  };

  const set = (number: number, sound: Sound, order: SoundOrder): void => {
    const { element } = sound;
    if (order.startTime !== undefined) sound.startTime = Math.max(0, order.startTime);
    if (order.autoplay !== undefined) sound.autoplay = order.autoplay;
    if (order.loop !== undefined) element.loop = order.loop;
    if (order.volume !== undefined) element.volume = order.volume;
    if (order.playbackRate !== undefined) {
      element.defaultPlaybackRate = order.playbackRate;
      element.playbackRate = order.playbackRate;
    }
    if (order.src !== undefined) void load(number, sound, order.src);
  };
  const end = (number: number, sound: Sound): void => {
    sound.ends.abort();
    sound.element.pause();
    sound.element.removeAttribute('src');
    sound.element.load();
    sounds.delete(number);
  };

  return {
    order(order) {
      const known = sounds.get(order.sound);
      if (order.action === 'destroy') {
        if (known) end(order.sound, known);
        return undefined;
      }
      const sound = known ?? make(order.sound, order.background);
      if (typeof sound === 'string') return sound;
      const { element } = sound;
      switch (order.action) {
        case 'set':
          set(order.sound, sound, order);
          break;
        case 'play':
          play(order.sound, sound);
          break;
        case 'pause':
          sound.wanted = false;
          element.pause();
          break;
        case 'stop':
          sound.wanted = false;
          sound.stopped = true;
          element.pause();
          if (element.readyState > 0) element.currentTime = 0;
          tell(order.sound, sound, 'stop');
          break;
        case 'seek':
          element.currentTime = Math.max(0, order.position);
          break;
        default:
          order.action satisfies never;
      }
      return undefined;
    },
    suspend() {
      for (const sound of sounds.values()) {
        sound.wanted &&= sound.background;
        if (!sound.background) sound.element.pause();
      }
    },
    dispose() {
      for (const [number, sound] of sounds) end(number, sound);
    },
  };
}
