import * as v from 'valibot';
import { fileChangeSchema, fileEntrySchema } from '../protocol/files.ts';
import { defineCapability } from './define-capability.ts';
import { nothing, required, text } from './shapes.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const perSecond = 1_000;

/**
 * A program's files as the host keeps them. Programs use `FileSystemManager`, which works on the copy in their worker;
 * these are what its player asks, with names as in protocol/files.
 */
export const files = {
  listFiles: defineCapability({
    name: 'listFiles',
    answeredBy: 'host',
    description: 'Lists the program’s own files.',
    params: nothing,
    result: v.object({ entries: v.array(fileEntrySchema) }),
    basic: true,
  }),
  readFilePart: defineCapability({
    name: 'readFilePart',
    answeredBy: 'host',
    description: 'Reads a part of one of the program’s own files.',
    params: v.object({ path: v.string(), from: count, length: count }),
    /** Fewer bytes than asked for at the end of the file. */
    result: v.object({ base64: v.string() }),
    basic: true,
    perSecond,
  }),
  changeFiles: defineCapability({
    name: 'changeFiles',
    answeredBy: 'host',
    description: 'Keeps changes of the program’s own files, all of them or none.',
    params: v.object({ changes: v.array(fileChangeSchema) }),
    result: nothing,
    basic: true,
    perSecond,
  }),
  saveFile: defineCapability({
    name: 'saveFile',
    answeredBy: 'guest',
    description: 'Keeps a temporary file.',
    params: v.object({ tempFilePath: required(text), filePath: v.optional(text) }),
    result: v.object({ savedFilePath: v.string() }),
    basic: true,
  }),
  getSavedFileList: defineCapability({
    name: 'getSavedFileList',
    answeredBy: 'guest',
    description: 'Lists the files that were kept.',
    params: nothing,
    result: v.object({
      fileList: v.array(v.object({ filePath: v.string(), size: v.number(), createTime: v.number() })),
    }),
    basic: true,
  }),
  getSavedFileInfo: defineCapability({
    name: 'getSavedFileInfo',
    answeredBy: 'guest',
    description: 'Tells the size of a file that was kept.',
    params: v.object({ filePath: required(text) }),
    result: v.object({ size: v.number(), createTime: v.number() }),
    basic: true,
  }),
  removeSavedFile: defineCapability({
    name: 'removeSavedFile',
    answeredBy: 'guest',
    description: 'Forgets a file that was kept.',
    params: v.object({ filePath: required(text) }),
    result: nothing,
    basic: true,
  }),
  openDocument: defineCapability({
    name: 'openDocument',
    answeredBy: 'player',
    description: 'Shows a picture or a text file of the program’s.',
    params: v.object({ filePath: required(text), fileType: v.optional(text), showMenu: v.optional(v.unknown()) }),
    result: nothing,
    needs: ['visible'],
  }),
};
