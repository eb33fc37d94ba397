import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { nothing, number, orElse, required, text, wordOrElse } from './shapes.ts';

/** The privacy contract between a program and the user. */
export const privacy = {
  getPrivacySetting: defineCapability({
    name: 'getPrivacySetting',
    answeredBy: 'host',
    description: 'Tells whether the user still has to accept the program’s privacy contract.',
    params: nothing,
    result: v.object({ needAuthorization: v.boolean(), privacyContractName: v.string() }),
    basic: true,
  }),
  requirePrivacyAuthorize: defineCapability({
    name: 'requirePrivacyAuthorize',
    answeredBy: 'host',
    description: 'Asks the user for the privacy contract before anything needs it.',
    params: nothing,
    result: nothing,
    basic: true,
    privacy: true,
    perSecond: 2,
  }),
  openPrivacyContract: defineCapability({
    name: 'openPrivacyContract',
    answeredBy: 'host',
    description: 'Shows the privacy contract.',
    params: nothing,
    result: nothing,
    basic: true,
    needs: ['visible'],
    perSecond: 2,
  }),
  listenPrivacy: defineCapability({
    name: 'listenPrivacy',
    answeredBy: 'host',
    description: 'Tells that the program draws the question for its privacy contract itself.',
    params: nothing,
    result: nothing,
    basic: true,
  }),
  resolvePrivacy: defineCapability({
    name: 'resolvePrivacy',
    answeredBy: 'host',
    description: 'Tells how the user answered the program’s own question.',
    params: v.object({
      question: required(number),
      event: wordOrElse(['agree', 'disagree', 'exposureAuthorization'], 'disagree'),
      buttonId: orElse(text, ''),
    }),
    result: nothing,
    basic: true,
    perSecond: 10,
  }),
  agreePrivacyAuthorization: defineCapability({
    name: 'agreePrivacyAuthorization',
    answeredBy: 'host',
    description: 'Accepts the privacy contract by a button made for it.',
    params: v.object({ buttonId: orElse(text, '') }),
    result: nothing,
    basic: true,
    byElement: true,
    needs: ['gesture', 'visible'],
    perSecond: 5,
  }),
};
