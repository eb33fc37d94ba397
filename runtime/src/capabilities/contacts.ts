import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { flag, maybe, nothing, number, orElse, required, text, wordOrElse } from './shapes.ts';

const word = v.pipe(text, v.maxLength(1_000, 'String of at most 1000 characters'));
const line = orElse(word, '');
/** Seconds since 1970. */
const time = v.pipe(
  number,
  v.minValue(0, 'Number of seconds up to the year 3000'),
  v.maxValue(32_503_680_000, 'Number of seconds up to the year 3000'),
);
const event = {
  ...{ title: required(word), description: line, location: line },
  ...{ startTime: required(time), endTime: maybe(time), allDay: orElse(flag, false) },
  ...{ alarm: orElse(flag, true), alarmOffset: orElse(time, 0) },
};
const common = { answeredBy: 'host', result: nothing, needs: ['visible'], privacy: true, perSecond: 2 } as const;

/** Entries for the person's own address book and calendar. */
export const contacts = {
  addPhoneContact: defineCapability({
    ...common,
    name: 'addPhoneContact',
    description: 'Gives the user a contact for their address book.',
    params: v.object({
      ...{ firstName: required(word), lastName: line, nickName: line, organization: line, title: line, remark: line },
      ...{ mobilePhoneNumber: line, workPhoneNumber: line, homePhoneNumber: line, hostNumber: line },
      ...{ email: line, url: line, weChatNumber: line },
      ...{ addressCountry: line, addressState: line, addressCity: line, addressStreet: line, addressPostalCode: line },
    }),
    scope: 'scope.addPhoneContact',
  }),
  addPhoneCalendar: defineCapability({
    ...common,
    name: 'addPhoneCalendar',
    description: 'Gives the user an entry for their calendar.',
    params: v.object(event),
    scope: 'scope.addPhoneCalendar',
  }),
  addPhoneRepeatCalendar: defineCapability({
    ...common,
    name: 'addPhoneRepeatCalendar',
    description: 'Gives the user a repeated entry for their calendar.',
    params: v.object({
      ...event,
      repeatInterval: wordOrElse(['day', 'week', 'month', 'year'], 'month'),
      repeatEndTime: maybe(time),
    }),
    scope: 'scope.addPhoneCalendar',
  }),
};
