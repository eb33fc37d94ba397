import { isElement } from '../dom-nodes.ts';
import { inlineStyle } from '../inline-style.ts';
import type { BuiltIn, ComponentContext, ComponentInstance } from './component.ts';
import { createWheel, type Wheel } from './wheel.ts';
import { wordsFor } from './words.ts';

/** What a `picker-view` reaches of its columns. */
export interface PickerColumn {
  readonly wheel: Pick<Wheel, 'index' | 'turning'>;
  readonly count: number;
  /** Stands at `index` at once, or rolls there. */
  show(index: number, roll: boolean): void;
  /** The looks the `picker-view` gives all its columns. */
  dress(looks: ColumnLooks): void;
}

export interface ColumnLooks {
  readonly indicatorStyle: string;
  readonly indicatorClass: string;
  readonly maskStyle: string;
  readonly maskClass: string;
}

/** What a column tells its `picker-view`. */
export interface PickerViewPart {
  /** A column came, left, or has other items. */
  columnsChanged(): void;
  began(): void;
  aimed(): void;
  rested(): void;
}

/** Columns by element, and picker views by theirs. */
export const pickerColumns = new WeakMap<Element, PickerColumn>();
export const pickerViewParts = new WeakMap<Element, PickerViewPart>();

/** One wheel of a `picker-view`. Its items are as high as its indicator, 34 pixels unless that is styled. */
export const pickerViewColumn: BuiltIn = {
  tag: 'picker-view-column',
  style:
    'wx-picker-view-column{display:block;position:relative;flex:1;min-width:0;height:100%;overflow:hidden;' +
    'touch-action:none;cursor:grab;--tr-item:34px}' +
    'wx-picker-view-column>wx-strip{display:block;position:absolute;inset:calc(50% - var(--tr-item)/2) 0 auto 0}' +
    'wx-picker-view-column>wx-strip>*{height:var(--tr-item);overflow:hidden}' +
    'wx-picker-view-column>wx-mask{position:absolute;inset:0;pointer-events:none;' +
    'background-image:linear-gradient(to bottom,var(--tr-mask),var(--tr-mask-weak)),' +
    'linear-gradient(to top,var(--tr-mask),var(--tr-mask-weak));background-position:top,bottom;' +
    'background-size:100% calc(50% - var(--tr-item)/2);background-repeat:no-repeat}' +
    'wx-picker-view-column>wx-indicator{position:absolute;left:0;right:0;top:50%;height:34px;box-sizing:border-box;' +
    'transform:translateY(-50%);pointer-events:none;border:solid var(--tr-hairline);border-width:1px 0}' +
    'wx-picker-view-column:focus-visible{outline-offset:-2px;border-radius:8px}',
  build(host) {
    const { ownerDocument } = host;
    host.append(...['wx-strip', 'wx-mask', 'wx-indicator'].map((tag) => ownerDocument.createElement(tag)));
    host.setAttribute('role', 'spinbutton');
    host.tabIndex = 0;
  },
  content: (host) => (isElement(host.firstElementChild) ? host.firstElementChild : host),
  create: createColumn,
};

function createColumn(context: ComponentContext): ComponentInstance {
  const { host } = context;
  const strip = isElement(host.firstElementChild) ? host.firstElementChild : host;
  const mask = host.querySelector<HTMLElement>(':scope>wx-mask');
  const indicator = host.querySelector<HTMLElement>(':scope>wx-indicator');
  let itemPixels = 34;
  const owner = () => {
    const view = host.closest('wx-picker-view');
    return view ? pickerViewParts.get(view) : undefined;
  };
  const describe = () => {
    host.setAttribute('aria-valuemin', '0');
    host.setAttribute('aria-valuemax', String(Math.max(0, strip.childElementCount - 1)));
    host.setAttribute('aria-valuenow', String(wheel.index));
    host.setAttribute('aria-valuetext', strip.children[wheel.index]?.textContent?.trim() ?? '');
  };
  const wheel = createWheel({
    ...context,
    strip,
    count: () => strip.childElementCount,
    itemPixels: () => itemPixels,
    began: () => owner()?.began(),
    aimed() {
      describe();
      owner()?.aimed();
    },
    rested: () => owner()?.rested(),
  });

  const measure = (): void => {
    itemPixels = indicator?.offsetHeight || 34;
    // Not on the column itself: the program writes its whole `style`.
    for (const part of [strip, mask]) part?.style.setProperty('--tr-item', `${itemPixels}px`);
  };
  let dressed: ColumnLooks | undefined;
  pickerColumns.set(host, {
    wheel,
    get count() {
      return strip.childElementCount;
    },
    show(index, roll) {
      wheel.show(index, roll);
      describe();
    },
    dress(looks) {
      if (!mask || !indicator) return;
      indicator.style.cssText = inlineStyle(looks.indicatorStyle);
      indicator.className = looks.indicatorClass;
      mask.style.cssText = inlineStyle(looks.maskStyle);
      mask.className = looks.maskClass;
      dressed = looks;
      measure();
      if (!wheel.turning) wheel.show(wheel.index, false);
      describe();
    },
  });
  const arrange = () => {
    // Fewer items than before: not beyond the last.
    if (!wheel.turning) wheel.show(wheel.index, false);
    describe();
    owner()?.columnsChanged();
  };
  const watcher = new MutationObserver(arrange);
  watcher.observe(strip, { childList: true });
  // Hidden at first, or styled by a sheet that comes late: the height is known when there is one.
  const resized = new ResizeObserver(() => {
    if (!dressed) return;
    measure();
    if (!wheel.turning) wheel.show(wheel.index, false);
  });
  return {
    attached() {
      const place = [...(host.parentElement?.children ?? [])].indexOf(host) + 1;
      if (!host.hasAttribute('aria-label')) host.setAttribute('aria-label', wordsFor(context.window).column(place));
      if (indicator) resized.observe(indicator);
      arrange();
    },
    dispose() {
      watcher.disconnect();
      resized.disconnect();
      wheel.dispose();
    },
  };
}
