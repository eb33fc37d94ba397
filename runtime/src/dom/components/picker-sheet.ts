import { isElement } from '../dom-nodes.ts';
import type { ComponentContext } from './component.ts';
import { createWheel, type Wheel } from './wheel.ts';
import { wordsFor } from './words.ts';

export interface PickerSheetParts {
  readonly context: ComponentContext;
  readonly title: string;
  /** A wheel stands still after the user turned it. */
  turned(column: number): void;
  confirm(): void;
  cancel(): void;
}

/** Wheels in a sheet that covers the page from below, until it is confirmed or given up. */
export interface PickerSheet {
  /** Shows these texts, one list for each wheel, and rolls the wheels to `indexes`. A turning wheel goes on. */
  draw(lists: readonly (readonly string[])[], indexes: readonly number[]): void;
  /** Where the wheels stand, or will. */
  readonly indexes: readonly number[];
  close(): void;
  /** Takes it away without a movement. */
  remove(): void;
}

const rowPixels = 44;
/** Rows that exist on each side of the middle: a wheel of thousands draws no more than these. */
const around = 4;
const leaveMs = 180;

export const pickerSheetStyle =
  'wx-picker-sheet{position:fixed;inset:0;z-index:2147483000;display:flex;flex-direction:column;justify-content:flex-end;' +
  'font-size:15px;line-height:1.4;color:var(--tr-ink);touch-action:none;overscroll-behavior:contain}' +
  'wx-picker-sheet>wx-shade{position:absolute;inset:0;background-color:rgba(0,0,0,.45);animation:tr-appear .24s}' +
  'wx-picker-sheet>wx-panel{display:block;position:relative;box-sizing:border-box;width:100%;max-width:560px;' +
  'margin:0 auto;background-color:var(--tr-raised);border-radius:16px 16px 0 0;' +
  'padding-bottom:calc(16px + env(safe-area-inset-bottom));animation:tr-rise .24s cubic-bezier(.2,.8,.2,1)}' +
  'wx-picker-sheet[data-leaving]>wx-shade{opacity:0;transition:opacity .18s}' +
  'wx-picker-sheet[data-leaving]>wx-panel{transform:translateY(100%);transition:transform .18s ease-in}' +
  'wx-panel>wx-head{display:flex;align-items:center;height:56px;padding:0 4px;gap:4px}' +
  'wx-head>wx-title{flex:1;min-width:0;text-align:center;font-weight:600;overflow:hidden;text-overflow:ellipsis;' +
  'white-space:nowrap}' +
  'wx-head>button{flex:none;min-width:64px;height:44px;margin:0;padding:0 12px;border:0;border-radius:8px;background:none;' +
  'color:var(--tr-quiet);font:inherit;text-align:start;cursor:pointer}' +
  'wx-head>button:last-child{color:var(--tr-accent);font-weight:600;text-align:end}' +
  'wx-head>button:active{background-color:var(--tr-control-pressed)}' +
  'wx-panel>wx-wheels{display:flex;position:relative;box-sizing:border-box;height:220px;max-width:480px;margin:0 auto;padding:0 16px}' +
  'wx-wheels::before{content:" ";position:absolute;left:16px;right:16px;top:88px;height:44px;border-radius:8px;' +
  'background-color:var(--tr-control)}' +
  'wx-wheels>wx-wheel{display:block;position:relative;flex:1;min-width:0;overflow:hidden;cursor:grab;touch-action:none;' +
  '-webkit-mask-image:linear-gradient(transparent,#000 40%,#000 60%,transparent);' +
  'mask-image:linear-gradient(transparent,#000 40%,#000 60%,transparent)}' +
  'wx-wheel:focus-visible{outline-offset:-2px;border-radius:8px}' +
  'wx-wheel>wx-strip{display:block;position:absolute;inset:88px 0 auto 0}' +
  'wx-wheel wx-row{display:block;position:absolute;left:0;right:0;height:44px;padding:0 4px;line-height:44px;font-size:17px;' +
  'text-align:center;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;font-variant-numeric:tabular-nums}' +
  '@keyframes tr-rise{from{transform:translateY(100%)}}@keyframes tr-appear{from{opacity:0}}' +
  '@media (prefers-reduced-motion:reduce){wx-picker-sheet>*,wx-picker-sheet[data-leaving]>*{animation:none;transition:none}}';

export function openPickerSheet(parts: PickerSheetParts): PickerSheet {
  const { context } = parts;
  const { document, host, clock, window } = context;
  const page = host.closest('wx-page');
  const say = wordsFor(window);
  let left = false;
  const make = (tag: string, ...children: Node[]): HTMLElement => {
    const element = document.createElement(tag);
    element.append(...children);
    return element;
  };
  const button = (text: string, act: () => void): HTMLElement => {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = text;
    const once = () => {
      if (!left) act();
    };
    element.addEventListener('click', once);
    // Browsers make no click of a touch that follows a flick of the wheel too soon.
    element.addEventListener('pointerup', ({ pointerType, clientX, clientY }) => {
      const { left: x, right, top: y, bottom } = element.getBoundingClientRect();
      if (pointerType === 'touch' && clientX >= x && clientX <= right && clientY >= y && clientY <= bottom) once();
    });
    return element;
  };
  const title = make('wx-title');
  title.textContent = parts.title;
  const wheelBox = make('wx-wheels');
  const shade = make('wx-shade');
  const head = make('wx-head', button(say.cancel, parts.cancel), title, button(say.confirm, parts.confirm));
  const sheet = make('wx-picker-sheet', shade, make('wx-panel', head, wheelBox));
  sheet.setAttribute('role', 'dialog');
  sheet.setAttribute('aria-modal', 'true');
  sheet.setAttribute('aria-label', parts.title || say.choose);

  let wheels: SheetWheel[] = [];
  // Only a press that began here: the click that follows the touch which opened the sheet lands here, too.
  let pressed = false;
  shade.addEventListener('pointerdown', () => {
    pressed = true;
  });
  shade.addEventListener('click', () => {
    if (pressed && !left) parts.cancel();
  });
  sheet.addEventListener('wheel', (event) => event.preventDefault(), { passive: false });
  sheet.addEventListener('keydown', (event) => {
    // The page behind it hears no keys.
    event.stopPropagation();
    if (left) return;
    if (event.key === 'Escape') parts.cancel();
    else if (event.key === 'Enter' && document.activeElement?.localName === 'wx-wheel') parts.confirm();
    else if (event.key === 'Tab') {
      const stops = [...sheet.querySelectorAll<HTMLElement>('wx-wheel,button')];
      const { activeElement } = document;
      const at = isElement(activeElement) ? stops.indexOf(activeElement) : -1;
      const next = (at + (event.shiftKey ? -1 : 1) + stops.length) % stops.length;
      stops[next]?.focus();
    } else return;
    event.preventDefault();
  });
  // What lies behind is out of reach for keys and assistive technology, too.
  page?.toggleAttribute('inert', true);
  document.body.append(sheet);

  const leave = (): void => {
    if (left) return;
    left = true;
    page?.toggleAttribute('inert', false);
    for (const wheel of wheels) wheel.dispose();
    host.focus({ preventScroll: true });
  };
  return {
    draw(lists, indexes) {
      while (wheels.length > lists.length) wheels.pop()?.dispose();
      while (wheels.length < lists.length) {
        const column = wheels.length;
        const wheel = createSheetWheel({ document, window, clock, turned: () => parts.turned(column) });
        wheel.element.setAttribute('aria-label', `${parts.title || say.choose} ${say.column(column + 1)}`);
        wheelBox.append(wheel.element);
        wheels.push(wheel);
        if (column === 0) wheel.element.focus({ preventScroll: true });
      }
      for (const [column, wheel] of wheels.entries()) wheel.draw(lists[column] ?? [], indexes[column] ?? 0);
    },
    get indexes() {
      return wheels.map(({ wheel }) => wheel.index);
    },
    close() {
      leave();
      sheet.toggleAttribute('data-leaving', true);
      clock.after(leaveMs, () => sheet.remove());
    },
    remove() {
      leave();
      sheet.remove();
      wheels = [];
    },
  };
}

interface SheetWheel {
  readonly element: HTMLElement;
  readonly wheel: Wheel;
  draw(texts: readonly string[], index: number): void;
  dispose(): void;
}

function createSheetWheel(
  parts: Pick<ComponentContext, 'document' | 'window' | 'clock'> & { readonly turned: () => void },
): SheetWheel {
  const { document } = parts;
  const element = document.createElement('wx-wheel');
  const strip = document.createElement('wx-strip');
  const rows = Array.from({ length: 2 * around + 1 }, () => document.createElement('wx-row'));
  strip.append(...rows);
  element.append(strip);
  element.tabIndex = 0;
  element.setAttribute('role', 'spinbutton');
  let texts: readonly string[] = [];
  let widthPixels = 0;

  const drawRows = (position: number): void => {
    const middle = Math.round(position);
    for (let offset = -around; offset <= around; offset += 1) {
      const index = middle + offset;
      // Each item keeps its row while it is in sight, so that only what comes in is written.
      const row = rows[((index % rows.length) + rows.length) % rows.length];
      if (!row) continue;
      const text = texts[index] ?? '';
      if (row.textContent !== text) {
        row.textContent = text;
        row.style.fontSize = fontSizeOf(text, widthPixels);
      }
      row.style.top = `${index * rowPixels}px`;
    }
  };
  const describe = (): void => {
    element.setAttribute('aria-valuemin', '0');
    element.setAttribute('aria-valuemax', String(Math.max(0, texts.length - 1)));
    element.setAttribute('aria-valuenow', String(wheel.index));
    element.setAttribute('aria-valuetext', texts[wheel.index] ?? '');
  };
  const wheel = createWheel({
    ...parts,
    host: element,
    strip,
    count: () => texts.length,
    itemPixels: () => rowPixels,
    drawn: drawRows,
    began() {},
    aimed: () => describe(),
    rested: parts.turned,
  });
  return {
    element,
    wheel,
    draw(given, index) {
      texts = given;
      widthPixels = element.clientWidth - 8;
      if (!wheel.turning || wheel.index >= texts.length) wheel.show(index, false);
      drawRows(wheel.turning ? wheel.position : wheel.index);
      describe();
    },
    dispose() {
      wheel.dispose();
      element.remove();
    },
  };
}

/** Smaller where a name is too long for its wheel: 广西壮族自治区. Beyond that it is cut. */
function fontSizeOf(text: string, widthPixels: number): string {
  // Chinese characters are as wide as the font is high, others about half of that.
  let ems = 0;
  for (const character of text) ems += character > '\u00ff' ? 1 : 0.55;
  return ems * 17 <= widthPixels ? '' : `${Math.max(12, Math.floor(widthPixels / Math.max(1, ems)))}px`;
}
