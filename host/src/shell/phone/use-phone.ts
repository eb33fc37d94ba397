import { useEffect, useMemo, useState } from 'react';
import { useShell } from '../store.ts';
import { fitPhone, type PhoneFit } from './fit-phone.ts';

/** `fitPhone` for this window, kept up to date. The model is the same object until it is another phone. */
export function usePhone(): PhoneFit {
  const chosen = useShell((state) => state.preferences.model);
  const [size, setSize] = useState(() => ({ width: innerWidth, height: innerHeight }));
  useEffect(() => {
    const onResize = (): void => setSize({ width: innerWidth, height: innerHeight });
    addEventListener('resize', onResize);
    return () => removeEventListener('resize', onResize);
  }, []);
  return useMemo(() => fitPhone(size.width, size.height, chosen, devicePixelRatio), [size, chosen]);
}
