import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { nothing, required, text, wordOrElse } from './shapes.ts';

/** Clipboard, vibration, network state. */
export const device = {
  setClipboardData: defineCapability({
    name: 'setClipboardData',
    answeredBy: 'host',
    description: 'Copies a text to the clipboard.',
    params: v.object({ data: required(text) }),
    result: nothing,
    needs: ['visible'],
    perSecond: 5,
  }),
  getClipboardData: defineCapability({
    name: 'getClipboardData',
    answeredBy: 'host',
    description: 'Reads the text on the clipboard.',
    params: nothing,
    result: v.object({ data: v.string() }),
    needs: ['gesture', 'visible'],
    perSecond: 5,
  }),
  vibrateShort: defineCapability({
    name: 'vibrateShort',
    answeredBy: 'host',
    description: 'Vibrates for a moment.',
    params: v.object({ type: wordOrElse(['heavy', 'medium', 'light'], 'medium') }),
    result: nothing,
    needs: ['visible'],
    perSecond: 20,
  }),
  vibrateLong: defineCapability({
    name: 'vibrateLong',
    answeredBy: 'host',
    description: 'Vibrates for about half a second.',
    params: nothing,
    result: nothing,
    needs: ['visible'],
    perSecond: 5,
  }),
  getNetworkType: defineCapability({
    name: 'getNetworkType',
    answeredBy: 'host',
    description: 'Tells what kind of network the device is on.',
    params: nothing,
    result: v.object({ networkType: v.picklist(['wifi', '2g', '3g', '4g', '5g', 'unknown', 'none']) }),
    basic: true,
  }),
};
