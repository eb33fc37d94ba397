import * as v from 'valibot';
import type { Capability } from '../protocol/capabilities.ts';
import { jsonSchema } from '../protocol/json.ts';
import { nothing } from './shapes.ts';

/** Answered inside the guest from what launch told it; no call leaves. */
function told<const Name extends string>(name: Name, description: string) {
  return {
    name,
    answeredBy: 'guest',
    description,
    params: nothing,
    result: v.record(v.string(), jsonSchema),
    basic: true,
  } as const satisfies Capability;
}

/** System, window, application and launch information. */
export const system = {
  getSystemInfo: { ...told('getSystemInfo', 'Tells device, window and version at once.'), sync: true } as const,
  getSystemInfoAsync: told('getSystemInfoAsync', 'Tells device, window and version at once.'),
  getSkylineInfo: { ...told('getSkylineInfo', 'Tells that the Skyline renderer is not there.'), sync: true } as const,
  getRandomValues: told('getRandomValues', 'Gives cryptographically random bytes.'),
  getExtConfig: { ...told('getExtConfig', 'Tells third-party settings; there are none.'), sync: true } as const,
  getWindowInfo: told('getWindowInfo', 'Tells sizes of screen and window, and the safe area.'),
  getDeviceInfo: told('getDeviceInfo', 'Tells brand, model and system.'),
  getAppBaseInfo: told('getAppBaseInfo', 'Tells version, language and theme.'),
  getSystemSetting: told('getSystemSetting', 'Tells which device switches are on, as far as is known.'),
  getAppAuthorizeSetting: told('getAppAuthorizeSetting', 'Tells what the system allows the host.'),
  getMenuButtonBoundingClientRect: told('getMenuButtonBoundingClientRect', 'Tells where the capsule is.'),
  getAccountInfoSync: told('getAccountInfoSync', 'Tells the program its own id and version.'),
  getLaunchOptionsSync: told('getLaunchOptionsSync', 'Tells how the program was launched.'),
  getEnterOptionsSync: told('getEnterOptionsSync', 'Tells how the program came to the front last.'),
};
