import type { BuiltIn } from './component.ts';
import { danmuStyle } from './danmu.ts';
import { inside, makeInside } from './stand-in.ts';
import { videoControlsStyle } from './video-controls.ts';
import { createVideo } from './video-player.ts';

const noCasting = 'Browsers find no other screens for a page.';
const noProtected = 'Protected media is not played.';
const browserWindow = 'The browser draws its small window itself.';
const list = (names: string, why: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [name, why]));

/** A film with controls of our own drawing; `VideoContext` steers it from the program. */
export const video: BuiltIn = {
  tag: 'video',
  reflected: ['object-fit'],
  attributes: [
    ...['src', 'poster', 'loop', 'muted', 'danmu-list', 'enable-danmu', 'controls', 'title', 'duration', 'is-live'],
    ...['show-progress', 'show-fullscreen-btn', 'show-play-btn', 'show-center-play-btn', 'show-mute-btn', 'danmu-btn'],
    ...['show-bottom-progress', 'show-screen-lock-button', 'play-btn-position'],
  ],
  reads: [
    ...['autoplay', 'initial-time', 'direction', 'enable-progress-gesture', 'enable-play-gesture', 'page-gesture'],
    ...['vslide-gesture', 'vslide-gesture-in-fullscreen', 'auto-pause-if-navigate', 'auto-pause-if-open-native'],
    'picture-in-picture-mode',
  ],
  events: [
    ...['play', 'pause', 'ended', 'timeupdate', 'fullscreenchange', 'waiting', 'error', 'progress', 'loadedmetadata'],
    ...['controlstoggle', 'seekcomplete', 'enterpictureinpicture', 'leavepictureinpicture'],
  ],
  options: {
    'object-fit': ['contain', 'fill', 'cover'],
    'play-btn-position': ['bottom', 'center'],
    'picture-in-picture-mode': ['push'],
  },
  noEffect: {
    'picture-in-picture-mode=pop': 'A page that is closed takes its video with it.',
    ...list('show-casting-button bind:castinguserselect bind:castingstatechange bind:castinginterrupt', noCasting),
    ...list('is-drm provision-url certificate-url license-url', noProtected),
    ...list('picture-in-picture-show-progress picture-in-picture-init-position', browserWindow),
    ...list('show-background-playback-button background-poster', 'A program that is away plays no film.'),
    'ad-unit-id': 'No advertisements are shown.',
    'poster-for-crawler': 'No search engine visits programs here.',
    'enable-auto-rotation': 'The browser turns its window with the device.',
    'show-snapshot-button': 'There is no button that takes a picture of a film.',
    'preferred-peak-bit-rate': 'The browser chooses the stream.',
    'referrer-policy': 'Browsers let nobody choose this for films; servers hear of the program’s origin at most.',
  },
  notHere: [
    ...['show-casting-button', 'is-drm', 'provision-url', 'certificate-url', 'license-url', 'ad-unit-id'],
    ...['show-background-playback-button', 'background-poster', 'show-snapshot-button'],
  ],
  style:
    'wx-video{display:inline-block;position:relative;width:300px;height:225px;overflow:hidden;background-color:#000;' +
    'touch-action:pan-y;line-height:0}wx-video>wx-stage{display:block;position:absolute;inset:0;overflow:hidden;line-height:normal}' +
    // Where scripts are off, as in page frames, browsers show their own controls whatever the element says.
    'wx-video video::-webkit-media-controls{display:none!important}' +
    'wx-video video,wx-video wx-poster{position:absolute;inset:0;width:100%;height:100%;object-fit:contain}' +
    'wx-video wx-poster{display:block;background:center/contain no-repeat;pointer-events:none}wx-video wx-poster[hidden]{display:none}' +
    'wx-video[object-fit=fill] video{object-fit:fill}wx-video[object-fit=fill] wx-poster{background-size:100% 100%}' +
    'wx-video[object-fit=cover] video{object-fit:cover}wx-video[object-fit=cover] wx-poster{background-size:cover}' +
    'wx-video:popover-open{position:fixed!important;inset:0!important;width:100%!important;height:100%!important;' +
    'max-width:none!important;max-height:none!important;margin:0!important;padding:0;border:0;border-radius:0!important;transform:none!important}' +
    'wx-video[data-turn]>wx-stage{inset:auto;left:50%;top:50%;width:100vh;height:100vw;translate:-50% -50%;rotate:90deg}' +
    'wx-video[data-turn="-90"]>wx-stage{rotate:-90deg}' +
    danmuStyle +
    videoControlsStyle,
  build: makeInside,
  content: inside,
  create: createVideo,
};
