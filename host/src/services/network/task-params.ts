import { type Json, jsonSchema } from '@terrarium/runtime/protocol';
import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(64 * 1024));
const header = v.record(text, text);
const timeout = v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(3_600_000)));

/** What travels between the shell and the services, by kind of task. The bridge has checked it once already. */
export const requestParams = v.object({
  url: text,
  method: text,
  header,
  timeout,
  data: v.variant('kind', [
    v.object({ kind: v.literal('none') }),
    v.object({ kind: v.literal('bytes'), base64: v.string() }),
    v.object({ kind: v.literal('value'), value: jsonSchema }),
  ]),
  responseType: v.picklist(['text', 'arraybuffer']),
  enableChunked: v.boolean(),
  redirect: v.picklist(['follow', 'manual']),
});
export const downloadParams = v.object({ url: text, header, timeout, filePath: v.optional(text) });
export const uploadParams = v.object({ url: text, header, timeout, filePath: text, name: text, formData: header });
export const socketParams = v.object({ url: text, header, timeout, protocols: v.array(text) });

export const taskNames = ['request', 'downloadFile', 'uploadFile', 'connectSocket'] as const;
export type TaskName = (typeof taskNames)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Shell → services, on one program's line. */
export const clientFrameSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('start'), id: count, name: v.picklist(taskNames), params: jsonSchema }),
  v.strictObject({ kind: v.literal('signal'), id: count, signal: text, data: jsonSchema }),
]);
export type ClientFrame = v.InferOutput<typeof clientFrameSchema>;

/** Services → shell. */
export type ServerFrame =
  | { readonly kind: 'event'; readonly id: number; readonly event: string; readonly data: Json }
  | { readonly kind: 'result'; readonly id: number; readonly result: Json }
  | { readonly kind: 'failure'; readonly id: number; readonly reason: string; readonly errno?: number | undefined }
  /** No event follows. */
  | { readonly kind: 'over'; readonly id: number };
