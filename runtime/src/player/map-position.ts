import * as v from 'valibot';
import type { Surroundings } from '../dom/index.ts';
import type { BridgeLink } from './bridge-link.ts';

/** The notice by which the host says where the device is, for maps. It is not the program's to hear. */
export const mapNotice = 'mapPosition';

const placeSchema = v.object({ latitude: v.number(), longitude: v.number() });

type Hear = Parameters<NonNullable<Surroundings['follow']>>[0];

/** Where the device is, for the maps of a program: asked of the host once for all of them, and only while one shows it. */
export function createMapPosition(bridge: Pick<BridgeLink, 'call' | 'onNotify'>): NonNullable<Surroundings['follow']> {
  const listeners = new Set<Hear>();
  let last: Parameters<Hear>[0];
  const tell = (data: unknown): void => {
    const { success, output } = v.safeParse(placeSchema, data);
    last = success ? output : undefined;
    for (const hear of listeners) hear(last);
  };
  bridge.onNotify((name, data) => {
    if (name === mapNotice) tell(data);
  });
  const begin = async (): Promise<void> => {
    const outcome = await bridge.call('followForMap', { on: true });
    if (!outcome.ok) tell(undefined);
  };
  return (hear) => {
    listeners.add(hear);
    if (listeners.size === 1) void begin();
    else if (last) hear(last);
    return () => {
      if (!listeners.delete(hear) || listeners.size > 0) return;
      last = undefined;
      void bridge.call('followForMap', { on: false });
    };
  };
}
