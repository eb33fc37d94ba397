import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { maybe, nothing, number, orElse } from './shapes.ts';

const positive = maybe(v.pipe(number, v.minValue(1, 'Number from 1')));

/** What `RecorderManager` sends; programs know it by its methods. */
export const recorder = {
  /** Answers when the recording is over, by itself or by `controlRecorder`. */
  recordSound: defineCapability({
    name: 'recordSound',
    answeredBy: 'host',
    description: 'Records sound with the microphone.',
    params: v.object({
      /** Milliseconds. */
      duration: orElse(v.pipe(number, v.toMinValue(100), v.toMaxValue(600_000)), 60_000),
      ...{ sampleRate: positive, numberOfChannels: positive, encodeBitRate: positive },
      /** Kilobytes; with it, pieces of about that size are told while it records. */
      frameSize: positive,
    }),
    result: v.object({ tempFilePath: v.string(), duration: v.number(), fileSize: v.number() }),
    scope: 'scope.record',
    privacy: true,
    needs: ['visible'],
    perSecond: 5,
  }),
  controlRecorder: defineCapability({
    name: 'controlRecorder',
    answeredBy: 'host',
    description: 'Pauses, resumes or ends the recording under way.',
    params: v.object({ action: v.picklist(['pause', 'resume', 'stop']) }),
    result: nothing,
    basic: true,
    perSecond: 20,
  }),
};
