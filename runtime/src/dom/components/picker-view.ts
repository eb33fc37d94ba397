import type { Json } from '../../protocol/index.ts';
import { textOf } from '../../view/index.ts';
import { isElement } from '../dom-nodes.ts';
import { isOn, numberOf } from '../flags.ts';
import type { BuiltIn, ComponentContext, ComponentInstance } from './component.ts';
import { createEchoes } from './echoes.ts';
import { type PickerColumn, pickerColumns, pickerViewParts } from './picker-view-column.ts';

const looks = ['indicator-style', 'indicator-class', 'mask-style', 'mask-class'];

/** Wheels in the page itself; its value is the list of the chosen items' places. */
export const pickerView: BuiltIn = {
  tag: 'picker-view',
  attributes: ['value', ...looks],
  reads: ['immediate-change', 'name'],
  events: ['change', 'pickstart', 'pickend'],
  style:
    'wx-picker-view{display:block;position:relative;overflow:hidden}' +
    'wx-picker-view>wx-columns{display:flex;position:absolute;inset:0}',
  build(host) {
    host.setAttribute('role', 'group');
    host.append(host.ownerDocument.createElement('wx-columns'));
  },
  content: (host) => (isElement(host.firstElementChild) ? host.firstElementChild : host),
  create: createPickerView,
};

function createPickerView(context: ComponentContext): ComponentInstance {
  const { host, attribute } = context;
  const echoes = createEchoes<string>(context.clock);
  let initial: readonly number[] | undefined;
  /** Where the program wants the columns; those that are not there yet wait for it. */
  let wanted: readonly number[] = [];
  let told = '';
  let moving = 0;
  let inDocument = false;
  let queued = false;

  const columns = (): PickerColumn[] => {
    const found: PickerColumn[] = [];
    for (const element of host.querySelectorAll('wx-picker-view-column')) {
      const column = pickerColumns.get(element);
      if (column) found.push(column);
    }
    return found;
  };
  const current = () => columns().map(({ wheel }) => wheel.index);

  const arrange = (roll: boolean): void => {
    for (const [place, column] of columns().entries()) {
      const index = wanted[place];
      if (index !== undefined && column.count > 0 && !column.wheel.turning && column.wheel.index !== index)
        column.show(index, roll);
    }
  };
  const dress = (): void => {
    const shared = {
      indicatorStyle: textOf(attribute('indicator-style')),
      indicatorClass: context.classNames(attribute('indicator-class')),
      maskStyle: textOf(attribute('mask-style')),
      maskClass: context.classNames(attribute('mask-class')),
    };
    for (const column of columns()) column.dress(shared);
  };
  /** After the batch: what it points at may be mounted by a later operation of it. */
  const later = (): void => {
    if (queued || !inDocument) return;
    queued = true;
    queueMicrotask(() => {
      queued = false;
      if (!host.isConnected) return;
      dress();
      arrange(false);
    });
  };
  const report = (): void => {
    const value = current();
    const text = JSON.stringify(value);
    wanted = value;
    if (text === told) return;
    told = text;
    echoes.tell(text);
    context.emit('change', { value });
  };

  pickerViewParts.set(host, {
    columnsChanged: later,
    began() {
      moving += 1;
      if (moving > 1) return;
      told = JSON.stringify(current());
      context.emit('pickstart', {});
    },
    aimed() {
      if (isOn(attribute('immediate-change'))) report();
    },
    rested() {
      moving = columns().filter(({ wheel }) => wheel.turning).length;
      report();
      if (moving === 0) context.emit('pickend', {});
    },
  });

  return {
    update(name, value) {
      if (name !== 'value') {
        later();
        return;
      }
      const list = indexesOf(value);
      initial ??= list;
      if (echoes.isStale(JSON.stringify(list))) return;
      wanted = list;
      later();
    },
    attached() {
      inDocument = true;
      dress();
      arrange(false);
    },
    value: () => current(),
    reset() {
      wanted = initial ?? columns().map(() => 0);
      arrange(true);
    },
  };
}

/** A list of places; what is no number counts as the first. */
export function indexesOf(value: Json | undefined): readonly number[] {
  if (!Array.isArray(value)) return [];
  return value.map((one) => Math.max(0, Math.trunc(numberOf(one, 0))));
}
