import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { nothing, wordOrElse } from './shapes.ts';

const interval = wordOrElse(['game', 'ui', 'normal'], 'normal');

function sensor<const Start extends string, const Stop extends string>(start: Start, stop: Stop, what: string) {
  const common = { answeredBy: 'host', result: nothing, basic: true, perSecond: 5 } as const;
  return {
    start: defineCapability({
      ...{ ...common, name: start, description: `Starts telling ${what}.` },
      params: v.object({ interval }),
      needs: ['visible'],
    }),
    stop: defineCapability({ ...common, name: stop, description: `Ends telling ${what}.`, params: nothing }),
  };
}

const accelerometer = sensor('startAccelerometer', 'stopAccelerometer', 'how the device is moved');
const compass = sensor('startCompass', 'stopCompass', 'where the device points');
const motion = sensor('startDeviceMotionListening', 'stopDeviceMotionListening', 'how the device is held');
const gyroscope = sensor('startGyroscope', 'stopGyroscope', 'how the device is turned');

/** What the device feels and knows of itself. */
export const sensors = {
  getBatteryInfo: defineCapability({
    name: 'getBatteryInfo',
    answeredBy: 'guest',
    description: 'Tells how full the battery is.',
    params: nothing,
    result: v.object({ level: v.number(), isCharging: v.boolean(), isLowPowerModeEnabled: v.boolean() }),
    sync: true,
  }),
  getScreenRecordingState: defineCapability({
    name: 'getScreenRecordingState',
    answeredBy: 'guest',
    description: 'Tells whether the screen is being recorded, as far as the program may know: never.',
    params: nothing,
    result: v.object({ state: v.picklist(['on', 'off']) }),
  }),
  startAccelerometer: accelerometer.start,
  stopAccelerometer: accelerometer.stop,
  startCompass: compass.start,
  stopCompass: compass.stop,
  startDeviceMotionListening: motion.start,
  stopDeviceMotionListening: motion.stop,
  startGyroscope: gyroscope.start,
  stopGyroscope: gyroscope.stop,
};
