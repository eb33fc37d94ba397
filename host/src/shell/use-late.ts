import { useEffect, useState } from 'react';

/** Below this a skeleton would only flash. */
const lateMs = 200;

/** True once the component has been on screen for 200 ms. */
export function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), lateMs);
    return () => clearTimeout(timer);
  }, []);
  return late;
}
