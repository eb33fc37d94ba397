import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { flag, nothing, number, orElse, required, text, wordOrElse } from './shapes.ts';

const language = wordOrElse(['en', 'zh_CN', 'zh_TW'], 'en');
/** What a server opens with its session key; empty before a login was exchanged. */
const sealed = { encryptedData: v.string(), iv: v.string() };
const userInfo = v.object({
  userInfo: v.object({
    nickName: v.string(),
    avatarUrl: v.string(),
    gender: v.number(),
    country: v.string(),
    province: v.string(),
    city: v.string(),
    language: v.string(),
  }),
  rawData: v.string(),
  signature: v.string(),
  ...sealed,
});

/** Who the user is to the program. */
export const identity = {
  login: defineCapability({
    name: 'login',
    answeredBy: 'host',
    description: 'Gives a code by which the program’s server learns who the user is to it.',
    params: v.object({ timeout: orElse(number, 0) }),
    result: v.object({ code: v.string() }),
    needs: ['signed-in'],
    perSecond: 10,
  }),
  checkSession: defineCapability({
    name: 'checkSession',
    answeredBy: 'host',
    description: 'Tells whether the last login of the program’s server still holds.',
    params: nothing,
    result: nothing,
    needs: ['signed-in'],
    perSecond: 10,
  }),
  getUserProfile: defineCapability({
    name: 'getUserProfile',
    answeredBy: 'host',
    description: 'Gives the anonymous user, signed for the program’s server.',
    params: v.object({ desc: required(text), lang: language }),
    result: userInfo,
    needs: ['signed-in', 'gesture'],
    perSecond: 10,
  }),
  getUserInfo: defineCapability({
    name: 'getUserInfo',
    answeredBy: 'host',
    description: 'Gives the anonymous user, signed for the program’s server.',
    params: v.object({ withCredentials: orElse(flag, true), lang: language }),
    result: v.partial(userInfo, ['encryptedData', 'iv']),
    needs: ['signed-in'],
    perSecond: 10,
  }),
  getPhoneNumber: defineCapability({
    name: 'getPhoneNumber',
    answeredBy: 'host',
    description: 'Asks the user for their phone number and gives a code for it.',
    params: v.object({ realtime: orElse(flag, false) }),
    result: v.object({ code: v.string(), ...sealed }),
    byElement: true,
    privacy: true,
    needs: ['signed-in', 'gesture', 'visible'],
    perSecond: 2,
  }),
  chooseAvatar: defineCapability({
    name: 'chooseAvatar',
    answeredBy: 'host',
    description: 'Lets the user choose a picture of themselves.',
    params: nothing,
    /** A data URL; the player gives the program a temporary path in its place. */
    result: v.object({ avatarUrl: v.string() }),
    byElement: true,
    privacy: true,
    needs: ['gesture', 'visible'],
    perSecond: 2,
  }),
};
