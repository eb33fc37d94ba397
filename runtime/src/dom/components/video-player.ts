import { textOf } from '../../view/index.ts';
import { isOn, isRecord, numberOf } from '../flags.ts';
import type { ComponentContext, ComponentInstance } from './component.ts';
import { createDanmu } from './danmu.ts';
import { mediaMethods, numberIn } from './media-methods.ts';
import { createPoster } from './media-poster.ts';
import { clockTime } from './media-rail.ts';
import { createVideoControls, type VideoPart } from './video-controls.ts';
import { watchVideoGestures } from './video-gestures.ts';
import { createVideoScreen } from './video-screen.ts';
import { wordsFor } from './words.ts';

/** The bar goes this long after the last touch. */
const openMs = 4_000;
const doubleTapMs = 300;
const stepSeconds = 5;

/** The live part of `video`. */
export function createVideo(context: ComponentContext): ComponentInstance {
  const { attribute, clock, document, emit, host, window } = context;
  const ends = new AbortController();
  const { signal } = ends;
  const words = wordsFor(window);
  const film = document.createElement('video');
  film.playsInline = true;
  film.preload = 'metadata';
  const poster = document.createElement('wx-poster');
  const stage = document.createElement('wx-stage');
  const danmu = createDanmu(document);
  const on = (name: string, fallback: boolean): boolean =>
    attribute(name) === undefined ? fallback : isOn(attribute(name));
  const screen = createVideoScreen(context, film, () => draw());

  let open = false;
  let cancelClose: (() => void) | undefined;
  let waiting = false;
  let failed = false;
  let locked = false;
  let commentsOn = false;
  let started = false;
  /** It plays as soon as its source is there. */
  let wanted = false;
  let sought: number | undefined;
  let lastTap = -1_000;
  let gone = false;

  const durationOf = (): number => {
    const given = numberOf(attribute('duration'), 0);
    return given > 0 ? given : Number.isFinite(film.duration) ? film.duration : 0;
  };
  const bufferedShare = (): number => {
    const { buffered } = film;
    return buffered.length > 0 && film.duration > 0 ? buffered.end(buffered.length - 1) / film.duration : 0;
  };
  const partsShown = (): Set<VideoPart> => {
    const controls = on('controls', true);
    const live = isOn(attribute('is-live'));
    const low = textOf(attribute('play-btn-position')) !== 'center';
    const shown: [VideoPart, boolean][] = [
      ['bar', controls],
      ['center', controls && on('show-center-play-btn', true) && (!started || !low || film.paused)],
      ['play', on('show-play-btn', true) && low],
      ['progress', on('show-progress', true) && !live],
      ['mute', isOn(attribute('show-mute-btn'))],
      ['full', on('show-fullscreen-btn', true)],
      ['comments', isOn(attribute('danmu-btn'))],
      ['lock', isOn(attribute('show-screen-lock-button'))],
      ['line', on('show-bottom-progress', true) && !live],
    ];
    return new Set(shown.flatMap(([part, is]) => (is ? [part] : [])));
  };
  const draw = (): void => {
    if (gone) return;
    controls.draw({
      ...{ waiting, failed, locked, commentsOn, open, playing: !film.paused, muted: film.muted },
      fullScreen: screen.full,
      seconds: sought ?? film.currentTime,
      duration: durationOf(),
      buffered: bufferedShare(),
      title: textOf(attribute('title')),
      shows: partsShown(),
    });
  };
  const setOpen = (next: boolean): void => {
    cancelClose?.();
    cancelClose = undefined;
    if (next !== open) {
      open = next;
      if (on('controls', true)) emit('controlstoggle', { show: open });
      draw();
    }
    // While it stands still the bar stays; while somebody drags, too.
    if (open) {
      cancelClose = clock.after(openMs, () => {
        if (!film.paused && !controls.dragging) setOpen(false);
      });
    }
  };
  const play = (): void => {
    wanted = true;
    if (film.getAttribute('src') === null) return;
    film.play().catch((error: unknown) => {
      wanted = false;
      // A pause came first, or the source is told of by its own event: neither is news.
      if (isNamed(error, 'NotAllowedError')) context.warn('the browser lets a film with sound begin by a tap only');
      draw();
    });
  };
  const pause = (): void => {
    wanted = false;
    film.pause();
  };
  const seek = (seconds: number): void => {
    if (film.readyState === 0) return;
    film.currentTime = Math.min(Math.max(0, seconds), Number.isFinite(film.duration) ? film.duration : seconds);
  };
  const togglePlay = (): void => (film.paused ? play() : pause());

  const controls = createVideoControls({
    ...{ document, window, signal, words },
    turn: () => screen.turn,
    after: (delayMs, run) => clock.after(delayMs, run),
    press(what) {
      if (what === 'play') togglePlay();
      else if (what === 'mute') film.muted = !film.muted;
      else if (what === 'full') screen.full ? screen.leave() : screen.enter(attribute('direction'));
      else if (what === 'lock') locked = !locked;
      else {
        commentsOn = !commentsOn;
        danmu.setOn(commentsOn);
      }
      setOpen(true);
      draw();
    },
    seeking(share) {
      sought = share * durationOf();
      setOpen(true);
      draw();
    },
    seek(share) {
      sought = undefined;
      seek(share * durationOf());
      draw();
    },
    step: (steps) => seek(film.currentTime + steps * stepSeconds),
  });
  stage.append(film, poster, danmu.element, controls.element);
  host.prepend(stage);

  let before = 0;
  watchVideoGestures({
    ...{ surface: controls.surface, window, signal },
    turn: () => screen.turn,
    may(kind) {
      if (locked || !on('controls', true) || durationOf() === 0) return false;
      if (kind === 'time') return on('enable-progress-gesture', true) && !isOn(attribute('is-live'));
      return screen.full
        ? on('vslide-gesture-in-fullscreen', true)
        : isOn(attribute('vslide-gesture')) || isOn(attribute('page-gesture'));
    },
    begin() {
      before = film.currentTime;
    },
    drag({ kind, share }) {
      if (kind === 'time') {
        sought = Math.min(durationOf(), Math.max(0, before + share * Math.min(durationOf(), 120)));
        controls.hint(`${clockTime(sought)} / ${clockTime(durationOf())}`);
        draw();
      } else if (kind === 'volume') {
        film.volume = Math.min(1, Math.max(0, screen.volume + share));
        controls.hint(`${words.volume} ${Math.round(film.volume * 100)} %`);
      } else controls.hint(`${words.brightness} ${Math.round(screen.dim(share) * 100)} %`);
    },
    end({ kind }) {
      if (kind === 'time' && sought !== undefined) seek(sought);
      sought = undefined;
      screen.keep();
      draw();
    },
    tap({ pointerType }) {
      const now = clock.now();
      const double = now - lastTap < doubleTapMs && isOn(attribute('enable-play-gesture'));
      lastTap = double ? -1_000 : now;
      if (double) togglePlay();
      // The mouse has opened them by coming here.
      else setOpen(pointerType === 'mouse' || !open);
    },
  });

  const hear = (type: string, heard: () => void): void => film.addEventListener(type, heard, { signal });
  hear('play', () => {
    started = true;
    poster.hidden = true;
    emit('play', {});
    setOpen(open);
    draw();
  });
  hear('pause', () => {
    if (!film.ended) emit('pause', {});
    draw();
  });
  hear('ended', () => {
    emit('ended', {});
    draw();
  });
  hear('timeupdate', () => {
    if (!film.paused) danmu.at(film.currentTime);
    emit('timeupdate', { currentTime: film.currentTime, duration: durationOf() });
    draw();
  });
  hear('waiting', () => {
    waiting = true;
    emit('waiting', {});
    draw();
  });
  for (const type of ['playing', 'canplay', 'seeked']) {
    hear(type, () => {
      waiting = false;
      draw();
    });
  }
  hear('seeked', () => emit('seekcomplete', { position: film.currentTime }));
  hear('progress', () => emit('progress', { buffered: Math.round(bufferedShare() * 100) }));
  hear('volumechange', draw);
  hear('loadedmetadata', () => {
    const start = numberOf(attribute('initial-time'), 0);
    if (start > 0 && !started) seek(start);
    emit('loadedmetadata', { width: film.videoWidth, height: film.videoHeight, duration: film.duration });
    draw();
  });
  hear('enterpictureinpicture', () => emit('enterpictureinpicture', {}));
  hear('leavepictureinpicture', () => emit('leavepictureinpicture', {}));
  const fail = (errMsg: string): void => {
    failed = true;
    waiting = false;
    emit('error', { errMsg });
    draw();
  };
  hear('error', () =>
    fail(`MEDIA_ERR_${['', 'ABORTED', 'NETWORK', 'DECODE', 'SRC_NOT_SUPPORTED'][film.error?.code ?? 0]}`),
  );
  host.addEventListener(
    'pointerleave',
    ({ pointerType }) => {
      if (pointerType === 'mouse' && !film.paused && !controls.dragging) setOpen(false);
    },
    { signal },
  );
  host.addEventListener('pointermove', ({ pointerType }) => pointerType === 'mouse' && setOpen(true), { signal });
  host.addEventListener(
    'keydown',
    ({ key, target }) => {
      if (key === 'Escape' && screen.full) screen.leave();
      if (key === ' ' && target === host) togglePlay();
      setOpen(true);
    },
    { signal },
  );

  const load = (): void => {
    const src = textOf(attribute('src')).trim();
    failed = false;
    started = false;
    film.removeAttribute('src');
    poster.hidden = false;
    wanted = isOn(attribute('autoplay'));
    if (src === '') {
      film.load();
      return;
    }
    context.load(
      src,
      (url) => {
        film.src = url;
        if (wanted) play();
      },
      () => fail(`MEDIA_ERR_SRC_NOT_SUPPORTED ${src.slice(0, 200)}`),
    );
  };
  const loadPoster = createPoster(context, poster);
  const call = mediaMethods({
    play,
    pause,
    seek: (params) => seek(numberIn(params, 'position', 0)),
    sendDanmu: (params) => isRecord(params) && danmu.fly(textOf(params.text), textOf(params.color)),
    requestFullScreen(params) {
      screen.enter(isRecord(params) ? params.direction : undefined);
      setOpen(true);
    },
    exitFullScreen: screen.leave,
    exitPictureInPicture: screen.exitSmall,
    // There is no status bar over the film, and nothing plays while the program is away.
    showStatusBar: nothing,
    hideStatusBar: nothing,
    exitBackgroundPlayback: nothing,
    stop() {
      pause();
      seek(0);
    },
    playbackRate(params) {
      film.playbackRate = Math.min(4, Math.max(0.25, numberIn(params, 'rate', 1)));
    },
  });
  let ready = false;
  return {
    update(name, value) {
      if (name === 'loop') film.loop = isOn(value);
      else if (name === 'muted') film.muted = isOn(value);
      else if (name === 'danmu-list') danmu.setList(value);
      else if (name === 'enable-danmu') {
        commentsOn = isOn(value);
        danmu.setOn(commentsOn);
      } else if (ready && name === 'src') load();
      else if (ready && name === 'poster') loadPoster();
      if (ready) draw();
    },
    ready() {
      ready = true;
      loadPoster();
      load();
      draw();
    },
    call,
    shown(shown, program) {
      if (shown || film.paused) return;
      if (!program && textOf(attribute('picture-in-picture-mode')).split(',').includes('push')) screen.enterSmall();
      else if (on(program ? 'auto-pause-if-open-native' : 'auto-pause-if-navigate', true)) pause();
    },
    back() {
      if (!screen.full) return false;
      screen.leave();
      return true;
    },
    dispose() {
      gone = true;
      ends.abort();
      cancelClose?.();
      danmu.dispose();
      screen.dispose();
      film.pause();
      film.removeAttribute('src');
      film.load();
    },
  };
}

const nothing = (): void => undefined;

/** By name: an error of the frame's realm is no instance of ours. */
function isNamed(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === name;
}
