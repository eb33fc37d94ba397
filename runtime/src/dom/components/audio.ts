import { textOf } from '../../view/index.ts';
import { isOn, isRecord } from '../flags.ts';
import type { BuiltIn, ComponentContext, ComponentInstance } from './component.ts';
import { makeGlyphButton } from './media-glyphs.ts';
import { mediaMethods, numberIn } from './media-methods.ts';
import { createPoster } from './media-poster.ts';
import { clockTime } from './media-rail.ts';
import { wordsFor } from './words.ts';

/** The old sound component: a card with a picture, a name and a play button, and nothing to see without `controls`. */
export const audio: BuiltIn = {
  tag: 'audio',
  attributes: ['src', 'loop', 'controls', 'poster', 'name', 'author'],
  events: ['error', 'play', 'pause', 'timeupdate', 'ended'],
  style:
    'wx-audio{display:none}wx-audio[data-controls]{display:inline-flex;align-items:center;box-sizing:border-box;width:300px;' +
    'height:66px;max-width:100%;overflow:hidden;border:1px solid var(--tr-line);border-radius:8px;font-size:13px;' +
    'line-height:1.4;color:var(--tr-ink);background-color:var(--tr-surface)}' +
    'wx-audio>wx-cover{display:flex;flex:none;align-items:center;justify-content:center;width:64px;height:64px;' +
    'background:var(--tr-control) center/cover no-repeat}' +
    'wx-audio button{display:flex;align-items:center;justify-content:center;width:40px;height:40px;margin:0;padding:0;' +
    'border:0;border-radius:50%;color:#fff;background-color:rgba(19,22,20,.55);cursor:pointer}' +
    'wx-audio svg{width:24px;height:24px;fill:currentColor}wx-audio>wx-text{display:block;flex:1;min-width:0;padding:0 12px}' +
    'wx-audio wx-name,wx-audio wx-author{display:block;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}' +
    'wx-audio wx-name{font-size:15px}wx-audio wx-author{color:var(--tr-quiet)}' +
    'wx-audio>wx-time{flex:none;padding-right:12px;color:var(--tr-quiet);font-variant-numeric:tabular-nums}',
  create: createAudio,
};

function createAudio(context: ComponentContext): ComponentInstance {
  const { attribute, document, emit, host, window } = context;
  const words = wordsFor(window);
  const sound = document.createElement('audio');
  sound.preload = 'metadata';
  const make = (tag: string, ...children: Node[]): HTMLElement => {
    const element = document.createElement(tag);
    element.append(...children);
    return element;
  };
  let wanted = false;
  let gone = false;
  const play = (): void => {
    wanted = true;
    // What kept it from playing is told by the sound's own error.
    if (sound.getAttribute('src') !== null) sound.play().catch(() => draw());
  };
  const pause = (): void => {
    wanted = false;
    sound.pause();
  };
  const button = makeGlyphButton(document, 'play', words.play, () => (sound.paused ? play() : pause()));
  const [cover, name, author, time] = [
    make('wx-cover', button.element),
    make('wx-name'),
    make('wx-author'),
    make('wx-time'),
  ];
  host.append(cover, make('wx-text', name, author), time, sound);

  const draw = (): void => {
    host.toggleAttribute('data-controls', isOn(attribute('controls')));
    name.textContent = textOf(attribute('name')) || words.unknownSound;
    author.textContent = textOf(attribute('author')) || words.unknownAuthor;
    time.textContent = clockTime(sound.currentTime);
    button.show(sound.paused ? 'play' : 'pause', sound.paused ? words.play : words.pause);
  };
  for (const type of ['play', 'pause', 'ended'] as const) {
    sound.addEventListener(type, () => {
      if (gone) return;
      if (type !== 'pause' || !sound.ended) emit(type, {});
      draw();
    });
  }
  sound.addEventListener('timeupdate', () => {
    if (gone) return;
    emit('timeupdate', {
      currentTime: sound.currentTime,
      duration: Number.isFinite(sound.duration) ? sound.duration : 0,
    });
    draw();
  });
  // 1 fetching, 2 network, 3 decoding, 4 no such thing: the numbers of the format and of browsers agree.
  const fail = (code: number): void => {
    if (!gone) emit('error', { errMsg: `MEDIA_ERR ${code}`, errCode: code });
  };
  sound.addEventListener('error', () => fail(sound.error?.code ?? 4));

  const setUrl = (url: string): void => {
    sound.src = url;
    if (wanted) play();
  };
  const load = (): void => {
    const src = textOf(attribute('src')).trim();
    sound.removeAttribute('src');
    if (src === '') return;
    context.load(src, setUrl, () => fail(4));
  };
  const loadPoster = createPoster(context, cover);
  const call = mediaMethods({
    play,
    pause,
    seek(params) {
      sound.currentTime = Math.max(0, numberIn(params, 'position', 0));
    },
    setSrc: (params) => context.load(textOf(isRecord(params) ? params.src : params), setUrl, () => fail(4)),
  });
  let ready = false;
  return {
    update(changed, value) {
      if (changed === 'loop') sound.loop = isOn(value);
      if (!ready) return;
      if (changed === 'src') load();
      if (changed === 'poster') loadPoster();
      draw();
    },
    ready() {
      ready = true;
      load();
      loadPoster();
      draw();
    },
    call,
    shown(shown, program) {
      if (!shown && program) pause();
    },
    dispose() {
      gone = true;
      sound.pause();
      sound.removeAttribute('src');
    },
  };
}
