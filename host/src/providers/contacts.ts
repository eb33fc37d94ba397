import { type Providers, succeed } from '@terrarium/runtime';
import type { MediaDesk } from './media.ts';

type Names = 'addPhoneContact' | 'addPhoneCalendar' | 'addPhoneRepeatCalendar';

/**
 * Contacts (RFC 6350) and calendar entries (RFC 5545) as files: no browser lets a page write into an address book, and
 * every system opens such a file with its own.
 */
export function contactProviders(desk: Pick<MediaDesk, 'save'>): Pick<Providers, Names> {
  const give = (name: string, type: string, lines: readonly (string | undefined)[]) => {
    const kept = lines.filter((line) => line !== undefined).flatMap(folded);
    desk.save(name, new Blob([kept.join('\r\n'), '\r\n'], { type }));
    return succeed({});
  };
  const calendar = (entry: CalendarEntry, repeat?: string) => {
    const { title, description, location, startTime, endTime, allDay, alarm, alarmOffset } = entry;
    return give('event.ics', 'text/calendar', [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Terrarium//EN', 'BEGIN:VEVENT'],
      `UID:${crypto.randomUUID()}`,
      `DTSTAMP:${utc(Date.now() / 1000)}`,
      when('DTSTART', startTime, allDay),
      endTime === undefined ? undefined : when('DTEND', endTime, allDay),
      `SUMMARY:${escaped(title)}`,
      given('DESCRIPTION', description),
      given('LOCATION', location),
      repeat,
      ...(alarm
        ? ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-PT${Math.round(alarmOffset)}S`, `DESCRIPTION:${escaped(title)}`]
        : []),
      alarm ? 'END:VALARM' : undefined,
      ...['END:VEVENT', 'END:VCALENDAR'],
    ]);
  };
  return {
    addPhoneContact({ params: p }) {
      const address = [p.addressStreet, p.addressCity, p.addressState, p.addressPostalCode, p.addressCountry];
      return give('contact.vcf', 'text/vcard', [
        ...['BEGIN:VCARD', 'VERSION:4.0'],
        `FN:${escaped(`${p.firstName} ${p.lastName}`.trim())}`,
        `N:${escaped(p.lastName)};${escaped(p.firstName)};;;`,
        given('NICKNAME', p.nickName),
        given('ORG', p.organization),
        given('TITLE', p.title),
        given('NOTE', p.remark),
        given('TEL;TYPE=cell', p.mobilePhoneNumber),
        given('TEL;TYPE=work', p.workPhoneNumber || p.hostNumber),
        given('TEL;TYPE=home', p.homePhoneNumber),
        given('EMAIL', p.email),
        given('URL', p.url),
        address.some((part) => part !== '') ? `ADR:;;${address.map(escaped).join(';')}` : undefined,
        'END:VCARD',
      ]);
    },
    addPhoneCalendar: ({ params }) => calendar(params),
    addPhoneRepeatCalendar({ params }) {
      const often = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' }[params.repeatInterval];
      const until = params.repeatEndTime === undefined ? '' : `;UNTIL=${utc(params.repeatEndTime)}`;
      return calendar(params, `RRULE:FREQ=${often}${until}`);
    },
  };
}

interface CalendarEntry {
  readonly title: string;
  readonly description: string;
  readonly location: string;
  readonly startTime: number;
  readonly endTime?: number | undefined;
  readonly allDay: boolean;
  readonly alarm: boolean;
  readonly alarmOffset: number;
}

const given = (name: string, value: string): string | undefined =>
  value === '' ? undefined : `${name}:${escaped(value)}`;

/** A program's text can begin no line of its own. */
const escaped = (value: string): string =>
  value
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
    .replace(/[\u0000-\u001f\u007f]/g, '');

const utc = (seconds: number): string => new Date(seconds * 1000).toISOString().replace(/[-:]|\.\d+/g, '');

const when = (name: string, seconds: number, allDay: boolean): string =>
  allDay ? `${name};VALUE=DATE:${utc(seconds).slice(0, 8)}` : `${name}:${utc(seconds)}`;

/** Lines are no longer than 75 bytes; a continuation begins with a space. */
function folded(line: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of line) {
    if (new TextEncoder().encode(piece + letter).length > 74) {
      pieces.push(piece);
      piece = ' ';
    }
    piece += letter;
  }
  return [...pieces, piece];
}
