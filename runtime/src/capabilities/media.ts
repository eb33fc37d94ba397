import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { flag, maybe, nothing, number, orElse, required, text, wordOrElse } from './shapes.ts';

const path = v.pipe(text, v.maxLength(2_000_000, 'String of at most 2000000 characters'));
const side = v.pipe(number, v.minValue(1, 'Number from 1 to 16384'), v.maxValue(16_384, 'Number from 1 to 16384'));
/** Words of a list; what is none of them is left out, as in WeChat, and an empty list counts as all. */
const wordList = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  v.pipe(
    orElse(v.array(v.unknown(), 'Array'), []),
    v.transform((given): readonly Words[number][] => {
      const known = words.filter((word) => given.includes(word));
      return known.length > 0 ? known : words;
    }),
  );
const sizeType = wordList(['original', 'compressed']);
const sourceType = wordList(['album', 'camera']);
const camera = wordOrElse(['back', 'front'], 'back');
const counted = (most: number, usual: number) => orElse(v.pipe(number, v.toMinValue(1), v.toMaxValue(most)), usual);
const seconds = (usual: number) => orElse(v.pipe(number, v.toMinValue(1), v.toMaxValue(60)), usual);
/** A temporary file of the program. */
const file = v.string();

const choosing = { answeredBy: 'host', privacy: true, needs: ['visible'], perSecond: 2 } as const;
const saving = { answeredBy: 'host', files: ['filePath'], needs: ['visible'], perSecond: 5 } as const;
const showing = { answeredBy: 'player', result: nothing } as const;

/** Pictures, videos and files: choosing, showing, measuring, making smaller, saving. */
export const media = {
  chooseImage: defineCapability({
    ...choosing,
    name: 'chooseImage',
    description: 'Lets the user choose pictures or take one.',
    params: v.object({ count: counted(20, 9), sizeType, sourceType }),
    result: v.object({
      tempFilePaths: v.array(file),
      tempFiles: v.array(v.object({ path: file, size: v.number() })),
    }),
  }),
  chooseMedia: defineCapability({
    ...choosing,
    name: 'chooseMedia',
    description: 'Lets the user choose pictures and videos or take one.',
    params: v.object({
      count: counted(20, 9),
      mediaType: wordList(['image', 'video', 'mix']),
      ...{ sizeType, sourceType, camera, maxDuration: seconds(10) },
    }),
    result: v.object({
      type: v.picklist(['image', 'video', 'mix']),
      tempFiles: v.array(
        v.object({
          ...{ tempFilePath: file, size: v.number(), fileType: v.picklist(['image', 'video']) },
          ...{ width: v.number(), height: v.number() },
          /** Seconds. */
          duration: v.optional(v.number()),
          thumbTempFilePath: v.optional(file),
        }),
      ),
    }),
  }),
  chooseVideo: defineCapability({
    ...choosing,
    name: 'chooseVideo',
    description: 'Lets the user choose a video or take one.',
    params: v.object({ compressed: orElse(flag, true), camera, sourceType, maxDuration: seconds(60) }),
    result: v.object({
      ...{ tempFilePath: file, thumbTempFilePath: v.optional(file) },
      ...{ duration: v.number(), size: v.number(), width: v.number(), height: v.number() },
    }),
  }),
  chooseMessageFile: defineCapability({
    ...choosing,
    name: 'chooseMessageFile',
    description: 'Lets the user choose files.',
    params: v.object({
      count: required(v.pipe(number, v.toMinValue(1), v.toMaxValue(100))),
      type: wordOrElse(['all', 'video', 'image', 'file'], 'all'),
      extension: maybe(v.array(text, 'Array')),
    }),
    result: v.object({
      tempFiles: v.array(
        v.object({
          ...{ path: file, name: v.string(), size: v.number() },
          type: v.picklist(['video', 'image', 'file']),
          /** Seconds since 1970. */
          time: v.number(),
        }),
      ),
    }),
  }),
  compressImage: defineCapability({
    name: 'compressImage',
    answeredBy: 'host',
    description: 'Makes a smaller JPEG of a picture.',
    params: v.object({
      src: required(path),
      quality: orElse(v.pipe(number, v.toMinValue(0), v.toMaxValue(100)), 80),
      compressedWidth: maybe(side),
      compressedHeight: maybe(side),
    }),
    result: v.object({ tempFilePath: file }),
    basic: true,
    files: ['src'],
    perSecond: 20,
  }),
  saveImageToPhotosAlbum: defineCapability({
    ...saving,
    name: 'saveImageToPhotosAlbum',
    description: 'Saves a picture for the user.',
    params: v.object({ filePath: required(path) }),
    result: nothing,
    scope: 'scope.writePhotosAlbum',
    privacy: true,
  }),
  saveVideoToPhotosAlbum: defineCapability({
    ...saving,
    name: 'saveVideoToPhotosAlbum',
    description: 'Saves a video for the user.',
    params: v.object({ filePath: required(path) }),
    result: nothing,
    scope: 'scope.writePhotosAlbum',
    privacy: true,
  }),
  saveFileToDisk: defineCapability({
    ...saving,
    name: 'saveFileToDisk',
    description: 'Saves a file of the program for the user.',
    params: v.object({ filePath: required(path) }),
    result: nothing,
    // Without a tap a page could fill the folder of downloads.
    needs: ['gesture', 'visible'],
  }),
  savePicture: defineCapability({
    name: 'savePicture',
    answeredBy: 'host',
    description: 'Saves a picture that the user pressed, by the menu of the picture.',
    params: v.object({ file: required(path) }),
    result: nothing,
    basic: true,
    byElement: true,
    needs: ['gesture', 'visible'],
    perSecond: 2,
  }),
  previewImage: defineCapability({
    ...showing,
    name: 'previewImage',
    description: 'Shows pictures over the whole screen.',
    params: v.object({
      urls: required(v.pipe(v.array(path, 'Array'), v.minLength(1, 'Array with at least one item'))),
      current: maybe(v.union([v.number(), v.string()], 'String')),
      showmenu: orElse(flag, true),
    }),
  }),
  previewMedia: defineCapability({
    ...showing,
    name: 'previewMedia',
    description: 'Shows pictures and videos over the whole screen.',
    params: v.object({
      sources: required(
        v.pipe(
          v.array(
            v.object({ url: required(path), type: wordOrElse(['image', 'video'], 'image'), poster: maybe(path) }),
            'Array',
          ),
          v.minLength(1, 'Array with at least one item'),
        ),
      ),
      current: orElse(number, 0),
      showmenu: orElse(flag, true),
    }),
  }),
  getImageInfo: defineCapability({
    name: 'getImageInfo',
    answeredBy: 'player',
    description: 'Tells size and kind of a picture.',
    params: v.object({ src: required(path) }),
    result: v.object({
      ...{ width: v.number(), height: v.number(), path: v.string() },
      ...{ orientation: v.string(), type: v.string() },
    }),
  }),
  getVideoInfo: defineCapability({
    name: 'getVideoInfo',
    answeredBy: 'player',
    description: 'Tells size and length of a video.',
    params: v.object({ src: required(path) }),
    result: v.object({
      ...{ orientation: v.string(), type: v.string(), width: v.number(), height: v.number() },
      /** Seconds. */
      duration: v.number(),
      /** Kilobytes. */
      size: v.number(),
      fps: v.number(),
      bitrate: v.number(),
    }),
  }),
};
