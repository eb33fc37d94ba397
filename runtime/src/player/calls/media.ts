import type { ProgramAssets } from '../assets.ts';
import type { Navigator } from '../navigator.ts';
import type { Pictures } from '../pictures.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

type Names = 'previewImage' | 'previewMedia' | 'getImageInfo' | 'getVideoInfo';

/** Showing and measuring pictures and videos. */
export function mediaCalls(
  navigator: Navigator,
  assets: ProgramAssets,
  pictures: Pictures,
): Pick<PlayerHandlers, Names> {
  const here = () => `${navigator.top?.route ?? ''}.wxml`;
  return {
    previewImage({ urls, current, showmenu }) {
      const found = typeof current === 'number' ? current : urls.indexOf(current ?? '');
      const first = Number.isInteger(found) ? Math.max(0, found) : 0;
      pictures.show({ items: urls.map((url) => ({ url, type: 'image' })), first, menu: showmenu, source: here() });
      return done();
    },
    previewMedia({ sources, current, showmenu }) {
      const first = Math.max(0, Math.trunc(current));
      pictures.show({ items: sources, first, menu: showmenu, source: here() });
      return done();
    },
    async getImageInfo({ src }) {
      const found = await pictures.measure(src, 'image', here());
      if (!found) return failed('fail the picture cannot be loaded');
      const file = await assets.file(src, here());
      // Browsers turn a picture as its file says; what is measured and drawn stands upright.
      const type = typeOf(file?.type ?? '', src, /image\/([a-z]+)/);
      return done({ width: found.width, height: found.height, path: src, orientation: 'up', type });
    },
    async getVideoInfo({ src }) {
      const found = await pictures.measure(src, 'video', here());
      if (!found) return failed('fail the video cannot be loaded');
      const file = await assets.file(src, here());
      const { width, height, duration } = found;
      const size = Math.round((file?.size ?? 0) / 1024);
      const bitrate = duration > 0 ? Math.round((size * 8) / duration) : 0;
      const type = typeOf(file?.type ?? '', src, /video\/([a-z0-9]+)/);
      // Browsers do not tell how many pictures a second a file has.
      return done({ orientation: 'up', type, width, height, duration, size, fps: 0, bitrate });
    },
  };
}

function typeOf(mime: string, path: string, pattern: RegExp): string {
  const ending = /\.([a-z0-9]{2,5})(?:[?#]|$)/i.exec(path)?.[1]?.toLowerCase();
  const found = pattern.exec(mime)?.[1] ?? pattern.exec(path)?.[1] ?? ending;
  return found === undefined ? 'unknown' : found === 'jpg' ? 'jpeg' : found;
}
