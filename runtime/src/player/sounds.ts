import type { Assets } from '../dom/index.ts';
import type { Json } from '../protocol/json.ts';

export interface SoundOrder {
  readonly sound: number;
  readonly background: boolean;
  readonly action: 'set' | 'play' | 'pause' | 'stop' | 'seek' | 'destroy';
  readonly position: number;
  /** Of a background sound, for whom it is shown to. */
  readonly title?: string | undefined;
  readonly singer?: string | undefined;
  readonly src?: string | undefined;
  readonly startTime?: number | undefined;
  readonly autoplay?: boolean | undefined;
  readonly loop?: boolean | undefined;
  readonly volume?: number | undefined;
  readonly playbackRate?: number | undefined;
}

/** What a person is shown of the sound that plays on in the background. */
export interface BackgroundSound {
  readonly state: 'playing' | 'paused' | 'ended';
  readonly title: string;
  readonly singer: string;
}

/** The sounds of one program, played by the player's own document: several at once, whatever page is on top. */
export interface Sounds {
  /** @returns what is wrong with the order, or nothing. */
  order(order: SoundOrder): string | undefined;
  /** What the person does to the background sound; nothing when there is none. */
  controlBackground(action: 'play' | 'pause' | 'stop'): void;
  /** The program went away: all but background sounds pause. */
  suspend(): void;
  dispose(): void;
}

interface Sound {
  readonly element: HTMLAudioElement;
  readonly background: boolean;
  readonly ends: AbortController;
  title: string;
  singer: string;
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
  /** The background sound began, paused, ended or has other words. */
  background(sound: BackgroundSound): void;
}): Sounds {
  const { assets, heard } = parts;
  const sounds = new Map<number, Sound>();

  const show = ({ background, title, singer }: Sound, state: BackgroundSound['state']): void => {
    if (background) parts.background({ state, title, singer });
  };
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
      ...{ element, background, ends, title: '', singer: '', src: '', startTime: 0, autoplay: false },
      ...{ stopped: false, wanted: false, generation: 0 },
    };
    element.preload = 'auto';
    for (const [type, name] of plainEvents) element.addEventListener(type, () => tell(number, sound, name), { signal });
    element.addEventListener('play', () => show(sound, 'playing'), { signal });
    element.addEventListener('ended', () => show(sound, 'ended'), { signal });
    element.addEventListener(
      'pause',
      () => {
        if (element.ended || sound.stopped) return;
        tell(number, sound, 'pause');
        show(sound, 'paused');
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
        show(sound, 'ended');
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
    sound.title = order.title ?? sound.title;
    sound.singer = order.singer ?? sound.singer;
    const renamed = order.title !== undefined || order.singer !== undefined;
    if (renamed && !element.paused) show(sound, 'playing');
    if (order.src !== undefined) void load(number, sound, order.src);
  };
  const stop = (number: number, sound: Sound): void => {
    const { element } = sound;
    sound.wanted = false;
    sound.stopped = true;
    element.pause();
    if (element.readyState > 0) element.currentTime = 0;
    tell(number, sound, 'stop');
    show(sound, 'ended');
  };
  const pause = (sound: Sound): void => {
    sound.wanted = false;
    sound.element.pause();
  };
  const end = (number: number, sound: Sound): void => {
    show(sound, 'ended');
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
          pause(sound);
          break;
        case 'stop':
          stop(order.sound, sound);
          break;
        case 'seek':
          element.currentTime = Math.max(0, order.position);
          break;
        default:
          order.action satisfies never;
      }
      return undefined;
    },
    controlBackground(action) {
      for (const [number, sound] of sounds) {
        if (!sound.background) continue;
        if (action === 'play') play(number, sound);
        else if (action === 'pause') pause(sound);
        else stop(number, sound);
      }
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
