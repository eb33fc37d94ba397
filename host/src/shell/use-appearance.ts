import { useEffect, useState } from 'react';
import { useShell } from './store.ts';

const darkQuery = '(prefers-color-scheme: dark)';

/** Applies the person's choice to the document and returns what is shown now. */
export function useAppearance(): 'light' | 'dark' {
  const appearance = useShell((state) => state.preferences.appearance);
  const [systemDark, setSystemDark] = useState(() => matchMedia(darkQuery).matches);
  useEffect(() => {
    const query = matchMedia(darkQuery);
    const onChange = (): void => setSystemDark(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  useEffect(() => {
    const root = document.documentElement;
    if (appearance === 'system') delete root.dataset.appearance;
    else root.dataset.appearance = appearance;
  }, [appearance]);
  if (appearance !== 'system') return appearance;
  return systemDark ? 'dark' : 'light';
}
