import type { SoftKeyboard } from '../protocol/index.ts';
import type { ComponentInstance } from './components/component.ts';
import type { PageFrame } from './types.ts';

/** What of a page a keyboard on the screen covers, and what is done about it. */
export interface KeyboardRoom {
  /** The keyboard came, went or has another size. */
  set(keyboard: SoftKeyboard): void;
  /** A text field got the focus, or (undefined) there is none that has it. */
  focused(host: Element | undefined): void;
}

const away: SoftKeyboard = { height: 0, covered: 0 };

/** Tells the field that is written in of the keyboard, and moves the page up as far as the field needs. */
export function createKeyboardRoom(parts: {
  readonly frame: PageFrame;
  instanceOf(host: Element): ComponentInstance | undefined;
  /** The person begins to write on this page, or has left off. */
  onWriting?(writing: boolean): void;
}): KeyboardRoom {
  const { frame } = parts;
  let keyboard = away;
  let field: ComponentInstance | undefined;

  /** How far the page has to go up, in CSS pixels. */
  const needed = (): number => {
    const edge = field?.writingEdge?.();
    const around = frame.element.offsetParent?.getBoundingClientRect();
    const home = frame.element.ownerDocument.defaultView;
    if (!edge || !around || !home || keyboard.covered <= 0) return 0;
    // Not asked of the frame's own rectangle: that is where the frame is on its way.
    const free = home.innerHeight - keyboard.covered - around.top - frame.element.offsetTop;
    // The format takes the smaller of what is asked and what there is below the field.
    const below = Math.max(0, Math.min(edge.spacing, frame.window.innerHeight - edge.bottom));
    return Math.min(keyboard.covered, Math.max(0, edge.caret + below - free));
  };
  const adjust = (): void => {
    const up = needed();
    // `translate`, because `transform` belongs to the movement of pages.
    frame.element.style.translate = up > 0 ? `0 ${-up}px` : '';
  };

  return {
    set(next) {
      keyboard = next;
      field?.keyboard?.(next.height);
      adjust();
    },
    focused(host) {
      field = host && parts.instanceOf(host);
      parts.onWriting?.(field !== undefined);
      field?.keyboard?.(keyboard.height);
      adjust();
    },
  };
}
