import type { CallOutcome } from '../../protocol/capabilities.ts';
import type { Json } from '../../protocol/json.ts';
import { isArray, isFunction, isObject, ownKeys, parse } from '../intrinsics.ts';
import { failed, jsonOf, later, method, type Options } from '../wx/method.ts';
import type { Bytes } from './door.ts';
import { createListeners, type Tasks } from './tasks.ts';
import type { IoKit } from './types.ts';

type Result = Readonly<Record<string, unknown>>;

/** What differs between requests, downloads and uploads. */
interface Transfer {
  /** Events of the task object besides `headers`: our name → WeChat's. */
  readonly events: Readonly<Record<string, string>>;
  /** What leaves besides the options; undefined when those cannot be sent. */
  readonly add?: (options: Options) => Record<string, Json> | undefined;
  readonly event?: (data: Result) => unknown;
  /** The result as programs get it. */
  readonly result: (result: Result, options: Options) => Record<string, unknown>;
}

/** `wx.request`, `wx.downloadFile` and `wx.uploadFile`: each returns its task object at once, never a promise. */
export function transferMembers({ link }: IoKit, tasks: Tasks, bytes: Bytes) {
  const kinds: Readonly<Record<string, Transfer>> = {
    request: {
      events: { chunk: 'ChunkReceived' },
      add({ data }): Record<string, Json> | undefined {
        const given = bytes.of(data);
        if (given !== undefined) return { data: { kind: 'bytes', base64: bytes.toBase64(given) } };
        if (data === undefined || data === null) return { data: { kind: 'none' } };
        const value = jsonOf({ data });
        return value && { data: { kind: 'value', value: value.data ?? null } };
      },
      event: ({ base64 }) => ({ data: bytes.fromBase64(String(base64)) }),
      result({ text, base64, ...rest }, { dataType }) {
        if (base64 !== undefined) return { ...rest, data: bytes.fromBase64(String(base64)) };
        return { ...rest, data: dataType === undefined || dataType === 'json' ? jsonOrText(text) : text };
      },
    },
    downloadFile: {
      events: { progress: 'ProgressUpdate' },
      result: ({ size, ...rest }) => ({ ...rest, dataLength: size }),
    },
    uploadFile: {
      events: { progress: 'ProgressUpdate' },
      add: ({ formData }) => ({ formData: textsOf(formData) }),
      result: ({ text, ...rest }) => ({ ...rest, data: text }),
    },
  };

  const start = (name: string, kind: Transfer) => (given?: unknown) => {
    const listeners = createListeners(link, name);
    let ended = false;
    const line = tasks.open((event, data) => {
      if (event === 'headers') listeners.tell('HeadersReceived', data);
      else listeners.tell(kind.events[event] ?? event, kind.event === undefined ? data : kind.event(data));
    });
    const call = method(link, name, (options, settle) => {
      const { data: _data, ...others } = options;
      const params = jsonOf({ ...others, header: textsOf(options.header) });
      const more = kind.add === undefined ? {} : kind.add(options);
      const end = (outcome: CallOutcome) => {
        ended = true;
        line.end();
        if (!outcome.ok) settle(outcome);
        else settle({ ok: true, result: {} }, kind.result(isObject(outcome.result) ? outcome.result : {}, options));
      };
      if (params === undefined || more === undefined) {
        later(end, failed('fail parameter error: the parameter is not data;', 1001));
      } else link.call(name, { ...params, ...more, task: line.task }, end);
    });
    const options = isObject(given) ? given : {};
    // A `complete` is always there, so no promise is made that nobody would look at.
    call(isObject(given) ? { ...options, complete: isFunction(options.complete) ? options.complete : nothing } : given);
    const handle: Record<string, unknown> = {
      abort() {
        if (!ended) line.signal('abort');
      },
    };
    for (const event of ['HeadersReceived', ...Object.values(kind.events)]) {
      handle[`on${event}`] = listeners.on(event);
      handle[`off${event}`] = listeners.off(event);
    }
    return handle;
  };
  return Object.fromEntries(ownKeys(kinds).flatMap((name) => (kinds[name] ? [[name, start(name, kinds[name])]] : [])));
}

const nothing = () => undefined;

/** Programs put numbers into headers and forms, and what they have not got yet; that is left out. */
export function textsOf(given: unknown): Record<string, string> {
  if (!isObject(given) || isArray(given)) return {};
  const texts: [string, string][] = [];
  for (const name of ownKeys(given)) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    texts.push([name, isObject(value) ? (JSON.stringify(value) ?? '') : String(value)]);
  }
  return Object.fromEntries(texts);
}

function jsonOrText(text: unknown): unknown {
  try {
    return parse(String(text));
  } catch {
    return text;
  }
}
