import { carriedName } from '../protocol/carried-files.ts';
import type { ProgramAssets } from './assets.ts';
import type { BridgeLink } from './bridge-link.ts';
import type { MediaMeasure, Screen, ViewerItem } from './screen.ts';

export interface PictureShow {
  readonly items: readonly ViewerItem[];
  readonly first: number;
  /** A long press offers what can be done with the picture. */
  readonly menu: boolean;
  /** File whose relative paths the items are. */
  readonly source: string;
}

/** Pictures over the whole screen, and what a person does with one. */
export interface Pictures {
  show(show: PictureShow): void;
  /** The menu of one picture. `url`: under which a page shows it, when the path means nothing beside `source`. */
  offer(path: string, source: string, url?: string): Promise<void>;
  measure(path: string, type: 'image' | 'video', source: string): Promise<MediaMeasure | undefined>;
  dispose(): void;
}

export interface PicturesRoom {
  readonly screen: Screen;
  readonly assets: ProgramAssets;
  readonly bridge: BridgeLink;
  gestureAge(): number | undefined;
}

export function createPictures({ screen, assets, bridge, gestureAge }: PicturesRoom): Pictures {
  const at = (source: string) => ({ url: (path: string) => assets.url(path, source) });

  /** Of one on another site only when that site lets it be read. */
  const bytesOf = async (path: string, source: string, url: string | undefined): Promise<Blob | undefined> =>
    (await assets.file(path, source)) ?? (await screen.pictureFile(url ?? (await assets.url(path, source))));

  const offer = async (path: string, source: string, url?: string): Promise<void> => {
    const chosen = await screen.askActionSheet({ items: [screen.words().savePicture] });
    if (chosen !== 0) return;
    const file = await bytesOf(path, source, url).catch(() => undefined);
    const outcome = file && (await bridge.call('savePicture', { file: carriedName(0) }, gestureAge(), [file]));
    if (outcome?.ok === true) return;
    const title = screen.words().notSaved;
    await screen.askModal({ title: '', content: title, showCancel: false, editable: false, placeholderText: '' });
  };
  return {
    show({ items, first, menu, source }) {
      const open = (index: number) => {
        const item = items[index];
        if (item) void offer(item.url, source);
      };
      screen.showViewer({ items, first, assets: at(source), ...(menu && { menu: open }) });
    },
    offer,
    async measure(path, type, source) {
      try {
        return await screen.measure(await assets.url(path, source), type);
      } catch {
        // Missing, broken or of another kind: who asked says so.
        return undefined;
      }
    },
    dispose: () => screen.showViewer(undefined),
  };
}
