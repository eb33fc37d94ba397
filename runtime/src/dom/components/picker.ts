import type { Json } from '../../protocol/index.ts';
import { textOf } from '../../view/index.ts';
import { isOn } from '../flags.ts';
import type { BuiltIn, ComponentContext, ComponentInstance } from './component.ts';
import {
  dateColumns,
  dateFields,
  dateKeys,
  keysOf,
  listColumns,
  type PickerColumns,
  type PickerState,
  placeColumns,
  regionColumns,
  timeColumns,
  timeKeys,
} from './picker-columns.ts';
import { openPickerSheet, type PickerSheet, pickerSheetStyle } from './picker-sheet.ts';
import { loadRegions, type Regions } from './regions.ts';
import { readsChinese } from './words.ts';

const modes = ['selector', 'multiSelector', 'time', 'date', 'region'];

/** Opens a sheet with wheels when it is tapped; what it shows itself is its content. */
export const picker: BuiltIn = {
  tag: 'picker',
  flags: ['disabled'],
  attributes: ['value', 'range'],
  reads: ['mode', 'range-key', 'start', 'end', 'fields', 'level', 'custom-item', 'header-text', 'name'],
  events: ['change', 'cancel', 'columnchange'],
  options: { mode: modes, fields: dateFields, level: ['province', 'city', 'region'] },
  style: `wx-picker{display:block;cursor:pointer}wx-picker[disabled]{cursor:default}${pickerSheetStyle}`,
  build(host) {
    host.setAttribute('role', 'button');
    host.setAttribute('aria-haspopup', 'dialog');
    host.tabIndex = 0;
  },
  create: createPicker,
};

function createPicker(context: ComponentContext): ComponentInstance {
  const { attribute, host, window } = context;
  let sheet: PickerSheet | undefined;
  let columns: PickerColumns | undefined;
  let state: PickerState = { lists: [], indexes: [] };
  let regions: Regions | undefined;
  let initial: Json | undefined;
  let value: Json | undefined;
  let gone = false;

  const chinese = readsChinese(window);
  const mode = () => modes.find((one) => one === attribute('mode')) ?? 'selector';
  const text = (name: string) => textOf(attribute(name));

  const columnsNow = (): PickerColumns => {
    const range = attribute('range') ?? [];
    switch (mode()) {
      case 'multiSelector':
        return listColumns(Array.isArray(range) ? range : [], text('range-key'));
      case 'time':
        return timeColumns(text('start'), text('end'));
      case 'date':
        return dateColumns(text('fields'), text('start'), text('end'), chinese);
      case 'region':
        return regionColumns(regions ?? { within: () => [] }, text('level'), text('custom-item'));
      default:
        return listColumns([range], text('range-key'));
    }
  };
  const keysNow = (): string[] => {
    const now = new Date();
    switch (mode()) {
      case 'multiSelector':
      case 'region':
        return (Array.isArray(value) ? value : []).map((one: Json) => textOf(one));
      case 'time':
        return timeKeys(textOf(value)) ?? [two(now.getHours()), two(now.getMinutes())];
      case 'date':
        return textOf(value) === ''
          ? [String(now.getFullYear()), two(now.getMonth() + 1), two(now.getDate())]
          : dateKeys(textOf(value), String(now.getFullYear()), ['01', '01']);
      default:
        return [textOf(value)];
    }
  };
  /** What `change` says and a form gathers. */
  const detail = (): { readonly value: Json; readonly [more: string]: Json } => {
    const keys = keysOf(state);
    switch (mode()) {
      case 'multiSelector':
        return { value: [...state.indexes] };
      case 'time':
        return { value: keys.join(':') };
      case 'date':
        return { value: keys.join('-') };
      case 'region': {
        const names = state.indexes.map((index, column) => state.lists[column]?.[index]?.label ?? '');
        // The table has no postal codes.
        return { value: names, code: keys, postcode: '' };
      }
      default:
        // A text, as WeChat has it, though its page on the picker says number.
        return { value: String(state.indexes[0] ?? 0) };
    }
  };

  const draw = (wanted: readonly string[]): void => {
    columns = columnsNow();
    state = placeColumns(columns, wanted);
    sheet?.draw(
      state.lists.map((list) => list.map(({ label }) => label)),
      state.indexes,
    );
  };
  /** Follows the wheels: later ones depend on those before them. */
  const follow = (): void => {
    state = { lists: state.lists, indexes: sheet?.indexes ?? state.indexes };
    if (mode() !== 'selector' && mode() !== 'multiSelector') draw(keysOf(state));
  };
  const close = (): void => {
    sheet?.close();
    sheet = undefined;
  };
  const cancel = (): void => {
    close();
    context.emit('cancel', {});
  };
  const confirm = (): void => {
    follow();
    const chosen = detail();
    close();
    value = chosen.value;
    context.emit('change', chosen);
  };
  const turned = (column: number): void => {
    follow();
    if (mode() === 'multiSelector') context.emit('columnchange', { column, value: state.indexes[column] ?? 0 });
  };

  const show = (): void => {
    if (sheet || gone || !host.isConnected) return;
    sheet = openPickerSheet({ context, title: text('header-text'), turned, confirm, cancel });
    draw(keysNow());
  };
  const open = (): void => {
    if (isOn(attribute('disabled'))) return;
    if (mode() !== 'region' || regions) {
      show();
      return;
    }
    void loadRegions().then((loaded) => {
      regions = loaded;
      show();
    });
  };

  /** The program answers a turned wheel with new lists and places: once all of the answer is there. */
  let queued = false;
  let given = false;
  const refresh = (): void => {
    if (!sheet || queued) return;
    queued = true;
    queueMicrotask(() => {
      queued = false;
      if (!sheet || (mode() !== 'selector' && mode() !== 'multiSelector')) return;
      draw(given ? keysNow() : sheet.indexes.map(String));
      given = false;
    });
  };
  return {
    update(name, now) {
      if (name === 'value') {
        initial ??= now;
        value = now;
        given = true;
      }
      refresh();
    },
    tap() {
      open();
      return true;
    },
    activate: open,
    value: () => value ?? (mode() === 'selector' ? 0 : mode() === 'multiSelector' || mode() === 'region' ? [] : ''),
    reset() {
      value = initial;
    },
    dispose() {
      gone = true;
      sheet?.remove();
    },
  };
}

const two = (number: number): string => String(number).padStart(2, '0');
