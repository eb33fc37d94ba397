import { randomUUID } from 'node:crypto';
import { fileLimits, fileName, type Json, writtenName } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import { type ExchangeOptions, exchange, type Head } from './exchange.ts';
import { headerOf, outgoingHeaders } from './headers.ts';
import { endingFor, typeOfFile } from './media-types.ts';
import { encodeMultipart } from './multipart.ts';
import { failures, NetworkFailure } from './network-failure.ts';
import { encodeRequest } from './request-body.ts';
import { addressOf, inTurn, type NetworkRoom, type RunningTask, rulesFor, timeoutOf } from './run-task.ts';
import { downloadParams, requestParams, uploadParams } from './task-params.ts';

/** Bytes of an answer that a program's engine can hold beside its text. */
const answerBytes = 10 * 1024 * 1024;
const agent = 'Terrarium';
const methods = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'PATCH']);
/** Told no more often than this. */
const progressMs = 100;

export async function runRequest(room: NetworkRoom, task: RunningTask, given: Json): Promise<Json> {
  const params = v.parse(requestParams, given);
  const rules = rulesFor(room, 'request');
  const address = addressOf(params.url, rules);
  const method = params.method.toUpperCase();
  if (!methods.has(method)) throw new NetworkFailure(`method "${params.method.slice(0, 20)}" is invalid`, 600005);
  const own = outgoingHeaders(params.header);
  const contentType = headerOf(own, 'content-type') ?? 'application/json';
  const { url, body } = encodeRequest(method, address, params.data, contentType);
  const headers = {
    ...common,
    ...(headerOf(own, 'content-type') === undefined && { 'content-type': contentType }),
    ...own,
  };
  const pieces: Uint8Array[] = [];
  const timeout = timeoutOf(room, 'request', params.timeout);
  const head = await inTurn(room, task.signal, timeout, (signal) =>
    counted(room, {
      ...{ method, url, rules, signal, redirect: params.redirect, limitBytes: answerBytes },
      headers: body === undefined ? headers : { ...headers, 'content-length': String(body.length) },
      body: body && [body],
      onHead: (answer) => task.emit('headers', headersOf(answer)),
      async onData(bytes) {
        if (params.enableChunked) await task.emitPaced('chunk', { base64: Buffer.from(bytes).toString('base64') });
        else pieces.push(bytes);
      },
    }),
  );
  const bytes = Buffer.concat(pieces);
  return params.responseType === 'arraybuffer'
    ? { ...headersOf(head), base64: bytes.toString('base64') }
    : { ...headersOf(head), text: textOf(bytes, head) };
}

export async function runDownload(room: NetworkRoom, task: RunningTask, given: Json): Promise<Json> {
  const params = v.parse(downloadParams, given);
  const rules = rulesFor(room, 'downloadFile');
  const url = addressOf(params.url, rules);
  const wanted = params.filePath === undefined ? undefined : writable(params.filePath);
  const name = `tmp/${randomUUID().replaceAll('-', '')}`;
  const { owner, files } = room;
  let written = 0;
  const keep = async (bytes: Uint8Array, end: boolean) => {
    if ((await files.write(owner, name, written, bytes, end)) !== 'ok') throw noRoom();
    written += bytes.length;
  };
  const tell = createProgress(room.now, (done, total) =>
    task.emit('progress', {
      progress: percent(done, total),
      totalBytesWritten: done,
      totalBytesExpectedToWrite: total,
    }),
  );
  // Gathered, so that a piece of the network is not a transaction of its own.
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const flush = async (end: boolean) => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    await keep(bytes, end);
  };
  try {
    const head = await inTurn(room, task.signal, timeoutOf(room, 'downloadFile', params.timeout), async (signal) => {
      const answer = await counted(room, {
        ...{ method: 'GET', url, rules, signal, redirect: 'follow', limitBytes: fileLimits.totalBytes },
        headers: { ...common, ...outgoingHeaders(params.header) },
        onHead: (begun) => task.emit('headers', headersOf(begun)),
        async onData(bytes, begun) {
          waiting.push(bytes);
          waitingBytes += bytes.length;
          if (waitingBytes >= fileLimits.pieceBytes) await flush(false);
          tell(written + waitingBytes, begun.length ?? 0);
        },
      });
      await flush(true);
      return answer;
    });
    tell(written, written, true);
    const ending = endingFor(new URL(head.url).pathname, headerOf(head.header, 'content-type'));
    const path = wanted ?? (ending === '' ? name : `${name}.${ending}`);
    if (path !== name && (await files.change(owner, [{ do: 'move', path: name, to: path }])) !== 'ok') throw noRoom();
    const place = wanted === undefined ? 'tempFilePath' : 'filePath';
    return { ...headersOf(head), [place]: writtenName(path), size: written };
  } catch (error) {
    await files.change(owner, [{ do: 'remove', path: name }]);
    throw error;
  }
}

export async function runUpload(room: NetworkRoom, task: RunningTask, given: Json): Promise<Json> {
  const params = v.parse(uploadParams, given);
  const rules = rulesFor(room, 'uploadFile');
  const url = addressOf(params.url, rules);
  const bytes = await wholeFile(room, fileName(params.filePath) ?? '');
  const file = { name: params.name, fileName: params.filePath.split('/').at(-1) ?? 'file', bytes };
  const form = encodeMultipart(params.formData, { ...file, type: typeOfFile(params.filePath) });
  const { 'content-type': _, ...own } = lowerCased(outgoingHeaders(params.header));
  let sent = 0;
  const tell = createProgress(room.now, (done, total) =>
    task.emit('progress', { progress: percent(done, total), totalBytesSent: done, totalBytesExpectedToSend: total }),
  );
  const pieces: Uint8Array[] = [];
  const head = await inTurn(room, task.signal, timeoutOf(room, 'uploadFile', params.timeout), (signal) =>
    counted(room, {
      ...{ method: 'POST', url, rules, signal, redirect: 'follow', limitBytes: answerBytes },
      headers: { ...common, ...own, 'content-type': form.contentType, 'content-length': String(form.length) },
      body: form.pieces,
      onSent(count) {
        sent += count;
        tell(sent, form.length, sent >= form.length);
      },
      onHead: (answer) => task.emit('headers', headersOf(answer)),
      onData: (piece) => void pieces.push(piece),
    }),
  );
  return { ...headersOf(head), text: textOf(Buffer.concat(pieces), head) };
}

const common = { 'user-agent': agent, 'accept-encoding': 'gzip, deflate, br', accept: '*/*' };
const noRoom = () => new NetworkFailure('the maximum size of the file storage limit is exceeded', 1300202);

const headersOf = ({ statusCode, header, cookies }: Head) => ({ statusCode, header, cookies });
const percent = (done: number, total: number) => (total > 0 ? Math.min(100, Math.floor((done * 100) / total)) : 0);
const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Only `usr` is the program's to write. */
function writable(path: string): string {
  const name = fileName(path);
  if (name === undefined || !name.startsWith('usr/')) throw new NetworkFailure('permission denied', 1301000);
  return name;
}

async function wholeFile({ files, owner }: NetworkRoom, path: string): Promise<Uint8Array> {
  const entry = await files.stat(owner, path);
  if (entry === undefined || entry.directory) throw failures.noFile();
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < entry.size; at += fileLimits.pieceBytes) {
    pieces.push((await files.read(owner, path, at, fileLimits.pieceBytes)) ?? new Uint8Array());
  }
  return Buffer.concat(pieces);
}

function textOf(bytes: Uint8Array, { header }: Head): string {
  const charset = /charset="?([\w-]+)/i.exec(headerOf(header, 'content-type') ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // A character set nobody knows.
    return new TextDecoder().decode(bytes);
  }
}

function createProgress(now: () => number, tell: (done: number, total: number) => void) {
  let last = Number.NEGATIVE_INFINITY;
  return (done: number, total: number, atEnd = false) => {
    if (!atEnd && now() - last < progressMs) return;
    last = now();
    tell(done, total);
  };
}

/** Runs an exchange and counts it for the page that tells what a program does. */
async function counted(room: NetworkRoom, options: ExchangeOptions): Promise<Head> {
  const { host } = options.url;
  const { app } = room.owner;
  const count = (change: Parameters<typeof room.usage.add>[2]) => room.usage.add(app, host, change);
  count({ calls: 1 });
  try {
    return await exchange({
      ...options,
      onSent(bytes) {
        count({ sentBytes: bytes });
        options.onSent?.(bytes);
      },
      onData(bytes, head) {
        count({ receivedBytes: bytes.length });
        return options.onData?.(bytes, head);
      },
    });
  } catch (error) {
    count({ failed: 1 });
    throw error;
  }
}
