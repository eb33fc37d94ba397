import { useLayoutEffect, useRef } from 'react';

/**
 * Gives the focus back to what had it before the first of a row of sheets opened: a button of the shell's, or the program's
 * window, which knows its own focus. What is gone is replaced by the program's menu button, so that keys never go nowhere.
 */
export function useFocusBack(open: boolean): void {
  const before = useRef<Element>(null);
  const opened = useRef(false);
  // Before the browser notices that what has the focus is inert, and takes it away.
  useLayoutEffect(() => {
    if (open === opened.current) return;
    opened.current = open;
    if (open) {
      before.current = document.activeElement;
      return;
    }
    const menu = document.querySelector('.capsule button');
    const { current } = before;
    const back = current === null || current === document.body || !current.isConnected ? menu : current;
    if (back instanceof HTMLElement) back.focus();
  }, [open]);
}
