import type { ProgramAssets } from '../assets.ts';
import type { Overlays } from '../overlays.ts';
import type { Pictures } from '../pictures.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

const pictures = /\.(?:png|jpe?g|gif|webp|bmp|svg)$/i;
const texts = /\.(?:txt|md|csv|json|log)$/i;
/** More than anybody reads in a sheet. */
const mostCharacters = 20_000;

/** `openDocument`: pictures and texts. What needs an office program of its own fails and says so. */
export function fileCalls(
  assets: ProgramAssets,
  overlays: Overlays,
  shown: Pictures,
): Pick<PlayerHandlers, 'openDocument'> {
  return {
    async openDocument({ filePath, fileType }) {
      const file = await assets.file(filePath, '');
      if (file === undefined) return failed(`fail no such file or directory ${filePath.slice(0, 200)}`);
      const name = fileType === undefined ? filePath : `x.${fileType}`;
      if (pictures.test(name)) {
        shown.show({ items: [{ url: filePath, type: 'image' }], first: 0, menu: false, source: '' });
        return done();
      }
      if (!texts.test(name)) return failed('fail filetype not supported', 'NOT_SUPPORTED');
      const content = (await file.text()).slice(0, mostCharacters);
      const title = filePath.split('/').at(-1) ?? '';
      void overlays.askModal({ title, content, showCancel: false, editable: false, placeholderText: '' });
      return done();
    },
  };
}
