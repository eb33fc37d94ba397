import type { PhoneScreen } from '../../providers/index.ts';
import { useShell } from '../store.ts';

/** Keeps the browser's screen awake for these programs. */
const awake = new Set<string>();
let lock: WakeLockSentinel | undefined;

/** The drawn phone's screen: it gets darker, and the browser is asked to stay awake. */
export const phoneScreen: PhoneScreen = {
  brightness: () => useShell.getState().brightness,
  setBrightness: (value) => useShell.setState({ brightness: value < 0 ? 1 : value }),
  async keepOn(appId, on) {
    if (on) awake.add(appId);
    else awake.delete(appId);
    if (awake.size === 0) {
      await lock?.release();
      lock = undefined;
      return;
    }
    // A browser that has no such lock, or refuses it in the background, leaves it to its system.
    lock ??= await navigator.wakeLock?.request('screen').catch(() => undefined);
  },
};
