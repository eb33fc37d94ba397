import { useEffect, useState } from 'react';

/** How long a sheet takes to slide back; the style sheet's `--move-out`. */
const leaveMs = 180;

/** Keeps a value that has gone for the time its picture needs to leave. */
export function useLeaving<T>(value: T | undefined): { readonly shown: T | undefined; readonly leaving: boolean } {
  const [kept, setKept] = useState<T>();
  useEffect(() => {
    if (value !== undefined) {
      setKept(value);
      return undefined;
    }
    const timer = setTimeout(() => setKept(undefined), leaveMs);
    return () => clearTimeout(timer);
  }, [value]);
  return { shown: value ?? kept, leaving: value === undefined };
}
