import * as v from 'valibot';
import { jsonSchema } from '../protocol/json.ts';
import { defineCapability } from './define-capability.ts';
import { flag, maybe, nothing, number, orElse, required, text, wordOrElse } from './shapes.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const header = orElse(v.record(v.string(), text), {});
const timeout = maybe(v.pipe(number, v.minValue(1), v.maxValue(3_600_000)));
/** Bytes travel as base64. */
const body = { text: v.optional(v.string()), base64: v.optional(v.string()) };

const answer = { statusCode: v.number(), header: v.record(v.string(), v.string()), cookies: v.array(v.string()) };
const headers = v.object(answer);
const address = { task: count, url: required(v.string('String')), header, timeout };

/**
 * Calls of other servers. Which ones a program may call is not for the gate: the host judges the address, also the one a
 * name leads to, by the domains of the manifest. Nobody but the guest's own library knows the parameter `task`.
 */
export const network = {
  request: defineCapability({
    name: 'request',
    answeredBy: 'host',
    description: 'Sends a request over HTTPS to a server that the program declares.',
    params: v.object({
      ...address,
      method: orElse(text, 'GET'),
      data: v.optional(
        v.variant('kind', [
          v.object({ kind: v.literal('none') }),
          v.object({ kind: v.literal('bytes'), base64: v.string() }),
          v.object({ kind: v.literal('value'), value: jsonSchema }),
        ]),
        { kind: 'none' },
      ),
      dataType: maybe(text),
      responseType: wordOrElse(['text', 'arraybuffer'], 'text'),
      enableChunked: orElse(flag, false),
      redirect: wordOrElse(['follow', 'manual'], 'follow'),
    }),
    result: v.object({ ...answer, ...body }),
    events: { headers, chunk: v.object({ base64: v.string() }) },
    basic: true,
  }),
  downloadFile: defineCapability({
    name: 'downloadFile',
    answeredBy: 'host',
    description: 'Fetches a file from a server that the program declares.',
    params: v.object({ ...address, filePath: maybe(text) }),
    result: v.object({
      statusCode: v.number(),
      tempFilePath: v.optional(v.string()),
      filePath: v.optional(v.string()),
      size: v.number(),
    }),
    events: {
      headers,
      progress: v.object({ progress: number, totalBytesWritten: number, totalBytesExpectedToWrite: number }),
    },
    basic: true,
  }),
  uploadFile: defineCapability({
    name: 'uploadFile',
    answeredBy: 'host',
    description: 'Sends a file of the program’s to a server that it declares.',
    params: v.object({
      ...address,
      filePath: required(v.string('String')),
      name: required(v.string('String')),
      formData: orElse(v.record(v.string(), text), {}),
    }),
    result: v.object({ statusCode: v.number(), text: v.string() }),
    events: {
      headers,
      progress: v.object({ progress: number, totalBytesSent: number, totalBytesExpectedToSend: number }),
    },
    basic: true,
  }),
  connectSocket: defineCapability({
    name: 'connectSocket',
    answeredBy: 'host',
    description: 'Opens a WebSocket to a server that the program declares.',
    params: v.object({ ...address, protocols: orElse(v.array(text), []) }),
    result: nothing,
    events: {
      open: v.object({ header: v.record(v.string(), v.string()) }),
      message: v.object(body),
      error: v.object({ errMsg: v.string() }),
      close: v.object({ code: v.number(), reason: v.string() }),
    },
    basic: true,
  }),
  sendSocketMessage: defineCapability({
    name: 'sendSocketMessage',
    answeredBy: 'guest',
    description: 'Sends a message over the socket that was opened last.',
    params: v.object({ data: maybe(jsonSchema) }),
    result: nothing,
    basic: true,
  }),
  closeSocket: defineCapability({
    name: 'closeSocket',
    answeredBy: 'guest',
    description: 'Closes the socket that was opened last.',
    params: v.object({ code: maybe(number), reason: maybe(text) }),
    result: nothing,
    basic: true,
  }),
  /** What task objects send; programs know it by their methods. `heard` gives back room for so many events. */
  signalTask: defineCapability({
    name: 'signalTask',
    answeredBy: 'host',
    description: 'Tells a task under way what the program wants of it.',
    params: v.object({
      task: count,
      signal: v.picklist(['abort', 'send', 'close', 'heard']),
      data: v.optional(jsonSchema),
    }),
    result: nothing,
    basic: true,
    perSecond: 2_000,
  }),
};
