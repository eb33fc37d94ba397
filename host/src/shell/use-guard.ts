import { type SyntheticEvent, useCallback, useEffect, useRef, useState } from 'react';

/** A sheet that appears under a finger already on its way must not be answered by it. */
const settleMs = 500;

export interface Guard {
  /** False for the first 500 ms; buttons say so with `aria-disabled`. */
  readonly open: boolean;
  /** Wraps a handler: it runs only for a real user's event, and only once the guard is open. */
  accept<E extends Event | SyntheticEvent>(handler: (event: E) => void): (event: E) => void;
}

/** Guards one sheet from the moment it is shown. */
export function useGuard(): Guard {
  const [open, setOpen] = useState(false);
  const current = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      current.current = true;
      setOpen(true);
    }, settleMs);
    return () => clearTimeout(timer);
  }, []);
  const accept = useCallback(
    <E extends Event | SyntheticEvent>(handler: (event: E) => void) =>
      (event: E): void => {
        if (current.current && event.isTrusted) handler(event);
      },
    [],
  );
  return { open, accept };
}
