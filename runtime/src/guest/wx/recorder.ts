import type { Json } from '../../protocol/json.ts';
import { isFunction, isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { base64ToArrayBuffer } from './base64.ts';
import type { Callback, Options } from './method.ts';

const events = 'Start Pause Resume Stop FrameRecorded Error InterruptionBegin InterruptionEnd';

/** `wx.getRecorderManager()`, one for the program. The host records; the answer to its call is the recording. */
export function recorderMember(link: WxLink): Callback {
  let manager: Options | undefined;
  return () => {
    manager ??= createRecorder(link);
    return manager;
  };
}

function createRecorder(link: WxLink): Options {
  const listeners = new Map<string, unknown>();
  const fire = (event: string, detail: unknown): void => {
    const listener = listeners.get(event);
    if (isFunction(listener)) link.guard(`listener of RecorderManager.on${event}`, listener, detail);
  };
  const ask = (name: string, params: Json, done: (result: Json) => void): void => {
    link.call(name, params, (outcome) => {
      if (outcome.ok) done(outcome.result);
      else fire('Error', { errMsg: `operateRecorder:${outcome.error.errMsg}` });
    });
  };
  link.onNotify('recorder', (data) => {
    if (!isObject(data)) return;
    const { type, base64, last } = data;
    if (type === 'start') fire('Start', {});
    if (type === 'pause') fire('Pause', {});
    if (type === 'resume') fire('Resume', {});
    if (type === 'frame') {
      fire('FrameRecorded', { frameBuffer: base64ToArrayBuffer(base64), isLastFrame: last === true });
    }
  });
  const manager: Record<string, unknown> = {
    start(options: unknown) {
      const { duration, sampleRate, numberOfChannels, encodeBitRate, frameSize } = isObject(options) ? options : {};
      const wanted: Record<string, Json> = {};
      for (const [key, value] of Object.entries({
        ...{ duration, sampleRate, numberOfChannels, encodeBitRate, frameSize },
      })) {
        if (typeof value === 'number' || typeof value === 'string') wanted[key] = value;
      }
      ask('recordSound', wanted, (result) => fire('Stop', result));
    },
  };
  for (const action of ['pause', 'resume', 'stop']) {
    manager[action] = () => ask('controlRecorder', { action }, () => undefined);
  }
  for (const event of events.split(' ')) {
    manager[`on${event}`] = (listener: unknown) => void listeners.set(event, listener);
  }
  return manager;
}
