import type { Environment } from '@terrarium/runtime/protocol';

type Battery = NonNullable<Environment['battery']>;

/** As much of a browser's battery as is told to programs. Few browsers have one. */
interface BatteryManager {
  readonly level: number;
  readonly charging: boolean;
  addEventListener(type: 'levelchange' | 'chargingchange', listener: () => void): void;
}

/** Tells the battery now and at each change, where the browser knows it. */
export async function watchBattery(tell: (battery: Battery) => void): Promise<void> {
  if (!('getBattery' in navigator) || typeof navigator.getBattery !== 'function') return;
  const battery: unknown = await navigator.getBattery();
  if (!isBattery(battery)) return;
  const say = () =>
    tell({
      level: Math.max(1, Math.round(battery.level * 100)),
      ...{ isCharging: battery.charging, isLowPowerModeEnabled: false },
    });
  battery.addEventListener('levelchange', say);
  battery.addEventListener('chargingchange', say);
  say();
}

function isBattery(value: unknown): value is BatteryManager {
  return typeof value === 'object' && value !== null && 'level' in value && 'charging' in value;
}
