import { type Providers, refuse, succeed } from '@terrarium/runtime';
import { type CarriedFile, carriedName } from '@terrarium/runtime/protocol';

type Names =
  | 'chooseImage'
  | 'chooseMedia'
  | 'chooseVideo'
  | 'chooseMessageFile'
  | 'compressImage'
  | 'saveImageToPhotosAlbum'
  | 'saveVideoToPhotosAlbum'
  | 'saveFileToDisk'
  | 'savePicture';

export type MediaKind = 'image' | 'video' | 'file';

/** What a program wants the person to choose. */
export interface FileWish {
  readonly kinds: readonly MediaKind[];
  /** Endings that are taken, without a dot; empty: all of the kinds. */
  readonly endings: readonly string[];
  readonly count: number;
  /** Where from. */
  readonly album: boolean;
  readonly camera: boolean;
  readonly facing: 'user' | 'environment';
  /** Of a video that is taken now. */
  readonly maxSeconds: number;
  /** `ask`: the person decides whether pictures stay as large as they are. */
  readonly size: 'original' | 'compressed' | 'ask';
}

export interface ChosenFile extends CarriedFile {
  readonly name?: string;
  /** Milliseconds since 1970. */
  readonly lastModified?: number;
}

export interface Choice {
  readonly files: readonly ChosenFile[];
  /** Pictures are to be made smaller. */
  readonly compress: boolean;
}

/** The person's own files, and what the shell's browser can do with pictures and videos. */
export interface MediaDesk {
  /** Undefined: closed, or the program may not ask now. */
  choose(appId: string, wish: FileWish): Promise<Choice | undefined>;
  /** Hands a file to the person, as the browser hands over a download. */
  save(name: string, file: CarriedFile): void;
  /** Undefined for what is no picture or video that can be read. */
  measure(file: CarriedFile): Promise<Measured | undefined>;
  /** A smaller JPEG; undefined for what is no picture. */
  shrink(file: CarriedFile, options: ShrinkOptions): Promise<CarriedFile | undefined>;
}

export interface Measured {
  readonly width: number;
  readonly height: number;
  /** Seconds; only of a video. */
  readonly duration?: number;
  /** The first picture of a video. */
  readonly thumb?: CarriedFile | undefined;
}

export interface ShrinkOptions {
  /** From 0 to 1. */
  readonly quality: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** The longer side becomes no longer than this. */
  readonly longest?: number | undefined;
}

/** How `compressed` pictures come: about as WeChat makes them. */
const compressed: ShrinkOptions = { quality: 0.8, longest: 1_440 };
const cancelled = refuse('CANCELLED', 'cancel');

export function mediaProviders(desk: MediaDesk): Pick<Providers, Names> {
  const choose = async (appId: string, wish: FileWish): Promise<readonly ChosenFile[] | undefined> => {
    const choice = await desk.choose(appId, wish);
    if (choice === undefined || choice.files.length === 0) return undefined;
    const files = choice.files.slice(0, wish.count);
    return choice.compress ? Promise.all(files.map((file) => smaller(desk, file))) : files;
  };
  const wishOf = (
    kinds: readonly MediaKind[],
    { count, sourceType, sizeType, camera, maxDuration }: Asked,
  ): FileWish => ({
    ...{ kinds, endings: [], count, maxSeconds: maxDuration ?? 60 },
    ...{ album: sourceType.includes('album'), camera: sourceType.includes('camera') },
    facing: camera === 'front' ? 'user' : 'environment',
    size: sizeType === undefined ? 'original' : sizeType.length === 2 ? 'ask' : (sizeType[0] ?? 'original'),
  });
  const save = (ending: 'image' | 'video', file: CarriedFile | undefined) => {
    if (file === undefined || !file.type.startsWith(`${ending}/`)) return refuse('BAD_ARGUMENT', 'invalid file type');
    desk.save(`${ending}-${stamp()}.${endingOf(file.type)}`, file);
    return succeed({});
  };
  return {
    async chooseImage({ appId, params }) {
      const files = await choose(appId, wishOf(['image'], params));
      if (files === undefined) return cancelled;
      const tempFilePaths = files.map((_, index) => carriedName(index));
      const tempFiles = files.map(({ size }, index) => ({ path: carriedName(index), size }));
      return succeed({ tempFilePaths, tempFiles }, files);
    },
    async chooseMedia({ appId, params }) {
      const mixed = params.mediaType.includes('mix');
      const kinds = (['image', 'video'] as const).filter((kind) => mixed || params.mediaType.includes(kind));
      const files = await choose(appId, wishOf(kinds, params));
      if (files === undefined) return cancelled;
      const carried: CarriedFile[] = [...files];
      const tempFiles = [];
      for (const [index, file] of files.entries()) {
        const found = await desk.measure(file);
        const thumb = found?.thumb && carried.push(found.thumb) - 1;
        tempFiles.push({
          ...{ tempFilePath: carriedName(index), size: file.size, fileType: kindOf(file) },
          ...{ width: found?.width ?? 0, height: found?.height ?? 0 },
          ...(found?.duration !== undefined && { duration: found.duration }),
          ...(thumb !== undefined && { thumbTempFilePath: carriedName(thumb) }),
        });
      }
      const seen = new Set(tempFiles.map(({ fileType }) => fileType));
      return succeed({ type: seen.size > 1 ? 'mix' : seen.has('video') ? 'video' : 'image', tempFiles }, carried);
    },
    async chooseVideo({ appId, params }) {
      const files = await choose(appId, wishOf(['video'], { ...params, count: 1 }));
      const [file] = files ?? [];
      if (file === undefined) return cancelled;
      const found = await desk.measure(file);
      if (found === undefined) return refuse('BAD_ARGUMENT', 'the video cannot be read');
      const { width, height, duration = 0, thumb } = found;
      const result = { tempFilePath: carriedName(0), duration, size: file.size, width, height };
      return succeed(
        { ...result, ...(thumb && { thumbTempFilePath: carriedName(1) }) },
        thumb ? [file, thumb] : [file],
      );
    },
    async chooseMessageFile({ appId, params: { count, type, extension } }) {
      const kinds: readonly MediaKind[] = type === 'all' ? ['image', 'video', 'file'] : [type];
      const endings = type === 'file' ? (extension ?? []).map((one) => one.replace(/^\./, '').toLowerCase()) : [];
      const asked = { count, sourceType: ['album'] } as const;
      const files = await choose(appId, { ...wishOf(kinds, asked), endings });
      if (files === undefined) return cancelled;
      const tempFiles = files.map((file, index) => ({
        ...{ path: carriedName(index), name: file.name ?? '', size: file.size, type: messageKind(file) },
        time: Math.floor((file.lastModified ?? 0) / 1000),
      }));
      return succeed({ tempFiles }, files);
    },
    async compressImage({ params: { quality, compressedWidth: width, compressedHeight: height }, files: [file] }) {
      const made = file && (await desk.shrink(file, { quality: quality / 100, width, height }));
      if (made === undefined) return refuse('BAD_ARGUMENT', 'the picture cannot be read');
      return succeed({ tempFilePath: carriedName(0) }, [made]);
    },
    saveImageToPhotosAlbum: ({ files: [file] }) => save('image', file),
    saveVideoToPhotosAlbum: ({ files: [file] }) => save('video', file),
    saveFileToDisk({ files: [file] }) {
      if (file === undefined) return refuse('BAD_ARGUMENT', 'no such file or directory');
      desk.save(`file-${stamp()}.${documentEnding(file.type)}`, file);
      return succeed({});
    },
    savePicture: ({ files: [file] }) => save('image', file),
  };
}

interface Asked {
  readonly count: number;
  readonly sourceType: readonly ('album' | 'camera')[];
  readonly sizeType?: readonly ('original' | 'compressed')[];
  readonly camera?: 'back' | 'front';
  readonly maxDuration?: number;
}

/** A picture that gets no smaller, and all else, stays as it is. */
async function smaller(desk: MediaDesk, file: ChosenFile): Promise<ChosenFile> {
  if (kindOf(file) !== 'image' || file.type === 'image/gif') return file;
  const made = await desk.shrink(file, compressed);
  return made !== undefined && made.size < file.size ? made : file;
}

const kindOf = (file: CarriedFile): 'image' | 'video' => (file.type.startsWith('video/') ? 'video' : 'image');

function messageKind({ type }: CarriedFile): MediaKind {
  if (type.startsWith('image/')) return 'image';
  return type.startsWith('video/') ? 'video' : 'file';
}

/** Endings that a program's file may be saved with: none that a system would run. */
const documentEndings = new Map([
  ['application/pdf', 'pdf'],
  ['application/json', 'json'],
  ['application/zip', 'zip'],
  ['application/msword', 'doc'],
  ['application/vnd.ms-excel', 'xls'],
  ['application/vnd.ms-powerpoint', 'ppt'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
  ['text/plain', 'txt'],
  ['text/csv', 'csv'],
  ['audio/mpeg', 'mp3'],
  ['audio/wav', 'wav'],
]);
const documentEnding = (type: string): string => documentEndings.get(type.replace(/;.*$/, '')) ?? endingOf(type);

const stamp = (): string => new Date().toISOString().slice(0, 19).replace(/[^\d]/g, '');

function endingOf(type: string): string {
  const named = /^(?:image|video)\/([a-z0-9]+)/.exec(type)?.[1] ?? 'bin';
  return named === 'jpeg' ? 'jpg' : named === 'quicktime' ? 'mov' : named;
}
