import { browserClock } from './clock.ts';
import { baseSheet } from './styles/base-sheet.ts';
import type { FramePool, PageFrame, PaintClock } from './types.ts';

// `width=device-width` and no zoom: a page is an app surface, `rpx` is a share of its width.
const shell = (policy: string) =>
  `<!doctype html><html lang="zh-CN"><head>${policy}<meta charset="utf-8">` +
  '<meta name="viewport" content="width=device-width,initial-scale=1,user-scalable=no,viewport-fit=cover">' +
  '</head><body></body></html>';

/**
 * A browser paints a canvas only where scripts are allowed. In such a frame the first thing in the document is a policy
 * that lets none run: no element, attribute or address of a program's, were one to get in, is executed.
 */
const noScript = '<meta http-equiv="content-security-policy" content="script-src \'none\';object-src \'none\'">';

/** Not at once: whoever takes a frame is about to draw its page into it. */
const refillMs = 200;

/**
 * Keeps page frames inside `container`, which must be positioned; frames fill it. One spare is always warm: a
 * new iframe costs 10–15 ms, the spare under one. A frame cannot be moved to another container, that reloads it.
 */
export function createFrames(container: HTMLElement, clock: PaintClock = browserClock(window)): FramePool {
  let spare: PageFrame | undefined;
  let cancelRefill: (() => void) | undefined;
  let disposed = false;

  const refill = () => {
    cancelRefill = undefined;
    // Whoever took the container off the screen wants no more pages; an iframe outside a document has no document.
    if (container.isConnected) spare ??= openFrame(container);
  };
  refill();

  return {
    acquire(wanted) {
      if (disposed) throw new Error('no page frame: this frame pool is disposed');
      if (!container.isConnected) throw new Error('no page frame: the container of this pool is not in a document');
      // Pages with canvases are few; the spare is for the others.
      if (wanted?.canvases) return openFrame(container, true);
      const frame = spare ?? openFrame(container);
      spare = undefined;
      cancelRefill ??= clock.after(refillMs, refill);
      return frame;
    },
    release: (frame) => frame.dispose(),
    dispose() {
      disposed = true;
      cancelRefill?.();
      spare?.dispose();
      spare = undefined;
    },
  };
}

function openFrame(container: HTMLElement, canvases = false): PageFrame {
  const element = container.ownerDocument.createElement('iframe');
  // No allow-scripts: whatever ends up in this document, nothing of it can execute.
  element.setAttribute('sandbox', canvases ? 'allow-same-origin allow-scripts' : 'allow-same-origin');
  element.setAttribute('title', 'page');
  element.style.cssText =
    'position:absolute;inset:0;width:100%;height:100%;border:0;visibility:hidden;background:transparent;color-scheme:light';
  container.append(element);
  const { contentWindow } = element;
  const document = element.contentDocument;
  if (!contentWindow || !document) {
    element.remove();
    throw new Error('no page frame: the browser gave it no document');
  }
  // Written, not `srcdoc`: the document is there at once and in standards mode, about:blank would be in quirks mode.
  document.open();
  document.write(shell(canvases ? noScript : ''));
  document.close();
  const window = realm(contentWindow);
  document.adoptedStyleSheets = [sheetOf(window, baseSheet)];
  return { element, document, window, dispose: () => element.remove() };
}

/** A constructable sheet of the frame's own realm; another realm's cannot be adopted. */
export function sheetOf(window: PageFrame['window'], text: string): CSSStyleSheet {
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** The DOM's own type leaves out that a window carries its realm's constructors. */
function realm(window: Window): PageFrame['window'] {
  if (!hasRealm(window)) throw new Error('the page frame has no constructable style sheets; the browser is too old');
  return window;
}

function hasRealm(window: Window): window is PageFrame['window'] {
  return 'CSSStyleSheet' in window;
}
