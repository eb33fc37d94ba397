import type { Json } from '../../protocol/index.ts';
import { textOf } from '../../view/index.ts';
import { isRecord, numberOf } from '../flags.ts';
import type { Regions } from './regions.ts';

export interface PickerOption {
  readonly key: string;
  readonly label: string;
}

/** What a picker's wheels hold. What a later wheel has may depend on where those before it stand. */
export interface PickerColumns {
  readonly depth: number;
  /** Items of wheel `column` while those before it stand on the items with the keys `path`. */
  options(column: number, path: readonly string[]): readonly PickerOption[];
  /** The keys nearest to `wanted` that there are, where they are more than each column's own matter: dates. */
  clamp?(wanted: readonly string[]): readonly string[];
  /** Where `key` stands in `options`, or what comes nearest to it. */
  place(options: readonly PickerOption[], key: string): number;
}

/** Wheels, and the item each stands on. */
export interface PickerState {
  readonly lists: readonly (readonly PickerOption[])[];
  readonly indexes: readonly number[];
}

/** Places every wheel at its wanted key, from the first on. */
export function placeColumns(columns: PickerColumns, wanted: readonly string[]): PickerState {
  const keys = columns.clamp?.(wanted) ?? wanted;
  const path: string[] = [];
  const lists: (readonly PickerOption[])[] = [];
  const indexes: number[] = [];
  for (let column = 0; column < columns.depth; column += 1) {
    const options = columns.options(column, path);
    const index = Math.max(0, Math.min(options.length - 1, columns.place(options, keys[column] ?? '')));
    lists.push(options);
    indexes.push(index);
    path.push(options[index]?.key ?? '');
  }
  return { lists, indexes };
}

/** Keys of the items the wheels stand on. */
export function keysOf({ lists, indexes }: PickerState): string[] {
  return indexes.map((index, column) => lists[column]?.[index]?.key ?? '');
}

/** `range` of `selector` and `multiSelector`: texts, or objects of which `key` names the text. */
export function listColumns(ranges: readonly Json[], key: string): PickerColumns {
  const lists = ranges.map((range) =>
    (Array.isArray(range) ? range : []).map((item: Json, index) => ({ key: String(index), label: labelOf(item, key) })),
  );
  return {
    depth: lists.length,
    options: (column) => lists[column] ?? [],
    place: (_, wanted) => Math.trunc(numberOf(wanted, 0)),
  };
}

function labelOf(item: Json, key: string): string {
  if (!isRecord(item)) return textOf(item);
  return Object.hasOwn(item, key) ? textOf(item[key]) : '';
}

/** Hours and minutes from `start` to `end`, each `hh:mm`; the whole day when those are no times. */
export function timeColumns(start: string, end: string): PickerColumns {
  const [from, to] = [timeKeys(start) ?? ['00', '00'], timeKeys(end) ?? ['23', '59']];
  const [first, last] =
    from.join() <= to.join()
      ? [from, to]
      : [
          ['00', '00'],
          ['23', '59'],
        ];
  return ordered(2, first, last, (column, path) =>
    numbers(column === 0 ? [0, 23] : [0, 59], column, path, first, last).map((key) => ({ key, label: key })),
  );
}

export function timeKeys(text: string): string[] | undefined {
  const match = /^\s*(\d{1,2}):(\d{1,2})/.exec(text);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return undefined;
  return match.slice(1, 3).map((part) => part.padStart(2, '0'));
}

/** How fine a date is chosen: years only, months, days. */
export const dateFields: readonly string[] = ['year', 'month', 'day'];
const dateUnits = ['年', '月', '日'];

/** Dates from `start` to `end`, each `YYYY-MM-DD` or less; 1900 to 2100 when those are no dates. */
export function dateColumns(fields: string, start: string, end: string, chinese: boolean): PickerColumns {
  const from = dateKeys(start, '1900', ['01', '01']);
  const to = dateKeys(end, '2100', ['12', '31']);
  const [first, last] = from.join() <= to.join() ? [from, to] : [dateKeys('', '1900', ['01', '01']), to];
  const depth = dateFields.indexOf(fields) + 1;
  return ordered(depth === 0 ? 3 : depth, first, last, (column, path) => {
    const [year, month] = [Number(path[0]), Number(path[1])];
    const span: readonly [number, number] =
      column === 0
        ? [Number(first[0]), Number(last[0])]
        : column === 1
          ? [1, 12]
          : [1, new Date(Date.UTC(year, month, 0)).getUTCDate()];
    const unit = chinese ? dateUnits[column] : '';
    return numbers(span, column, path, first, last).map((key) => ({ key, label: `${key}${unit}` }));
  });
}

/** Year, month and day of `text`; what it leaves out is taken from the other two. */
export function dateKeys(text: string, year: string, rest: readonly [string, string]): string[] {
  const match = /^\s*(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?/.exec(text);
  const [, y = year, m = rest[0], d = rest[1]] = match ?? [];
  return [y, m.padStart(2, '0'), d.padStart(2, '0')];
}

/** Which parts of a region are chosen. A street (`sub-district`) is not in the table: the county is as far as it goes. */
const levels: ReadonlyMap<string, number> = new Map([
  ['province', 1],
  ['city', 2],
  ['region', 3],
  ['sub-district', 3],
]);

/** Provinces, cities, counties. With `custom` each wheel begins with that item, which stands for all of it. */
export function regionColumns(regions: Regions, level: string, custom: string): PickerColumns {
  const first = custom === '' ? [] : [{ key: '', label: custom }];
  return {
    depth: levels.get(level) ?? 3,
    options(column, path) {
      const parent = path[column - 1];
      const here = column > 0 && parent === '' ? [] : regions.within(parent);
      return [...first, ...here.map(({ code, name }) => ({ key: code, label: name }))];
    },
    // By name from the program, by code from the wheels themselves.
    place: (options, wanted) => options.findIndex(({ key, label }) => key === wanted || label === wanted),
  };
}

/** Wheels whose keys sort as they stand: what is out of range goes to the nearer end. */
function ordered(
  depth: number,
  first: readonly string[],
  last: readonly string[],
  options: PickerColumns['options'],
): PickerColumns {
  const clamp = (wanted: readonly string[]) => {
    const text = wanted.slice(0, depth).join();
    if (text < first.slice(0, depth).join()) return first;
    return text > last.slice(0, depth).join() ? last : wanted;
  };
  return { depth, options, clamp, place: (list, wanted) => list.findLastIndex(({ key }) => key <= wanted) };
}

/** Two-digit (or year) numbers of one wheel, cut where the wheels before it stand at a limit. */
function numbers(
  [from, to]: readonly [number, number],
  column: number,
  path: readonly string[],
  first: readonly string[],
  last: readonly string[],
): string[] {
  const at = (limit: readonly string[]) => path.slice(0, column).every((key, before) => key === limit[before]);
  const low = at(first) ? Math.max(from, Number(first[column])) : from;
  const high = at(last) ? Math.min(to, Number(last[column])) : to;
  const width = column === 0 && from > 99 ? 4 : 2;
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, step) => String(low + step).padStart(width, '0'));
}
