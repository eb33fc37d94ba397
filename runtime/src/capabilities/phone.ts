import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { flag, maybe, nothing, number, orElse, required, text } from './shapes.ts';

/** The phone itself: calls, codes, the screen. */
export const phone = {
  makePhoneCall: defineCapability({
    name: 'makePhoneCall',
    answeredBy: 'host',
    description: 'Offers the user to call a number.',
    params: v.object({ phoneNumber: required(v.pipe(text, v.maxLength(40))) }),
    result: nothing,
    needs: ['visible'],
    perSecond: 2,
  }),
  scanCode: defineCapability({
    name: 'scanCode',
    answeredBy: 'host',
    description: 'Lets the user read a code.',
    params: v.object({ onlyFromCamera: orElse(flag, false), scanType: maybe(v.array(text, 'Array')) }),
    result: v.object({
      result: v.string(),
      scanType: v.string(),
      charSet: v.string(),
      path: v.optional(v.string()),
      /** Base64. */
      rawData: v.string(),
    }),
    needs: ['visible'],
    perSecond: 2,
  }),
  setKeepScreenOn: defineCapability({
    name: 'setKeepScreenOn',
    answeredBy: 'host',
    description: 'Keeps the screen from going dark while the program is in front.',
    params: v.object({ keepScreenOn: required(flag) }),
    result: nothing,
    basic: true,
    perSecond: 5,
  }),
  getScreenBrightness: defineCapability({
    name: 'getScreenBrightness',
    answeredBy: 'host',
    description: 'Tells how bright the screen is, from 0 to 1.',
    params: nothing,
    result: v.object({ value: v.number() }),
    basic: true,
  }),
  setScreenBrightness: defineCapability({
    name: 'setScreenBrightness',
    answeredBy: 'host',
    description: 'Makes the screen as bright as told, from 0 to 1.',
    params: v.object({
      value: required(v.pipe(number, v.minValue(-1, 'Number from -1 to 1'), v.maxValue(1, 'Number from -1 to 1'))),
    }),
    result: nothing,
    basic: true,
    needs: ['visible'],
    perSecond: 20,
  }),
};
