import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { flag, orElse, required, text } from './shapes.ts';

/** What a program can ask the user for, by its official name. */
export const scopes = [
  'scope.userLocation',
  'scope.userFuzzyLocation',
  'scope.userLocationBackground',
  'scope.record',
  'scope.camera',
  'scope.bluetooth',
  'scope.writePhotosAlbum',
  'scope.addPhoneContact',
  'scope.addPhoneCalendar',
  'scope.werun',
  'scope.userInfo',
] as const;

const settings = v.object({
  /** Scope → granted. Scopes the user was never asked for are absent. */
  authSetting: v.record(v.string(), v.boolean()),
  subscriptionsSetting: v.optional(
    v.object({ mainSwitch: v.boolean(), itemSettings: v.record(v.string(), v.picklist(['accept', 'reject'])) }),
  ),
});
const params = v.object({ withSubscriptions: orElse(flag, false) });

/** What the user has allowed the program. */
export const setting = {
  getSetting: defineCapability({
    name: 'getSetting',
    answeredBy: 'host',
    description: 'Tells which scopes the user has granted or refused.',
    params,
    result: settings,
    basic: true,
  }),
  openSetting: defineCapability({
    name: 'openSetting',
    answeredBy: 'host',
    description: 'Shows the user what they have allowed, to change it.',
    params,
    result: settings,
    basic: true,
    needs: ['gesture', 'visible'],
    perSecond: 2,
  }),
  authorize: defineCapability({
    name: 'authorize',
    answeredBy: 'host',
    description: 'Asks the user for a scope before anything needs it.',
    params: v.object({ scope: required(v.picklist(scopes, 'a known scope')) }),
    result: v.object({}),
    basic: true,
    privacy: true,
    scopeParam: 'scope',
    perSecond: 5,
  }),
  requestSubscribeMessage: defineCapability({
    name: 'requestSubscribeMessage',
    answeredBy: 'host',
    description: 'Asks which notices the program may send.',
    params: v.object({
      tmplIds: v.pipe(v.optional(v.array(v.pipe(text, v.regex(/^[\w-]{1,64}$/)), 'Array'), [])),
    }),
    /** Template → accept or reject. */
    result: v.record(v.string(), v.picklist(['accept', 'reject'])),
    needs: ['gesture', 'visible'],
    perSecond: 2,
  }),
};
