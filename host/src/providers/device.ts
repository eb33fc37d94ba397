import { type Providers, refuse, succeed } from '@terrarium/runtime';

/** As much of the shell's `navigator` as the providers use. Every part may be missing. */
export interface DeviceNavigator {
  readonly clipboard?: { writeText(text: string): Promise<void>; readText(): Promise<string> } | undefined;
  readonly vibrate?: ((pattern: number) => boolean) | undefined;
  readonly onLine?: boolean | undefined;
  readonly connection?: { readonly type?: string | undefined; readonly effectiveType?: string | undefined } | undefined;
}

type DeviceProviders = Pick<
  Providers,
  'setClipboardData' | 'getClipboardData' | 'vibrateShort' | 'vibrateLong' | 'getNetworkType'
>;
type NetworkType = 'wifi' | '2g' | '3g' | '4g' | '5g' | 'unknown' | 'none';

const vibrationMs = { short: 15, long: 400 };

/** Clipboard, vibration and network state by what the shell's browser offers. */
export function deviceProviders(device: DeviceNavigator): DeviceProviders {
  const vibrate = (durationMs: number) =>
    device.vibrate?.(durationMs) ? succeed({}) : refuse('PROVIDER', 'this device does not vibrate');
  return {
    async setClipboardData({ params }) {
      try {
        if (device.clipboard === undefined) return refuse('PROVIDER', 'there is no clipboard');
        await device.clipboard.writeText(params.data);
        return succeed({});
      } catch {
        // The browser refuses when its window has no focus; what it says may name the page.
        return refuse('DENIED', 'the browser does not allow it now');
      }
    },
    async getClipboardData() {
      try {
        if (device.clipboard === undefined) return refuse('PROVIDER', 'there is no clipboard');
        return succeed({ data: await device.clipboard.readText() });
      } catch {
        return refuse('DENIED', 'the browser does not allow it now');
      }
    },
    vibrateShort: () => vibrate(vibrationMs.short),
    vibrateLong: () => vibrate(vibrationMs.long),
    getNetworkType: () => succeed({ networkType: networkTypeOf(device) }),
  };
}

/** A browser knows whether there is a network, and sometimes how fast it is; `wifi` only where it says so. */
export function networkTypeOf({ onLine, connection }: DeviceNavigator): NetworkType {
  if (onLine === false) return 'none';
  if (connection?.type === 'wifi') return 'wifi';
  const effective = connection?.effectiveType;
  if (effective === '2g' || effective === '3g' || effective === '4g') return effective;
  return effective === 'slow-2g' ? '2g' : 'unknown';
}

/** The events of the shell's window that tell of the network. */
export interface NetworkEvents {
  addEventListener(type: 'online' | 'offline', listener: () => void): void;
  removeEventListener(type: 'online' | 'offline', listener: () => void): void;
}

/** Tells `data` for `onNetworkStatusChange` whenever the network comes or goes. Returns its undo. */
export function watchNetwork(
  events: NetworkEvents,
  device: DeviceNavigator,
  tell: (data: { readonly isConnected: boolean; readonly networkType: NetworkType }) => void,
): () => void {
  const changed = () => {
    const networkType = networkTypeOf(device);
    tell({ isConnected: networkType !== 'none', networkType });
  };
  events.addEventListener('online', changed);
  events.addEventListener('offline', changed);
  return () => {
    events.removeEventListener('online', changed);
    events.removeEventListener('offline', changed);
  };
}
