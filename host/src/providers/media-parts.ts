import { contactProviders } from './contacts.ts';
import { type MediaDesk, mediaProviders } from './media.ts';
import type { ProgramHost } from './program-host.ts';
import { type OpenMicrophone, recorderParts } from './recorder.ts';
import { type SensorWindow, sensorParts } from './sensors.ts';

export interface MediaPartsOptions {
  readonly desk: MediaDesk;
  readonly microphone: OpenMicrophone;
  readonly sensors: SensorWindow;
  readonly programs: ProgramHost;
}

/** The person's files and what the device sees, hears and feels, with what lasts longer than one call. */
export interface MediaParts {
  readonly providers: ReturnType<typeof mediaProviders> &
    ReturnType<typeof contactProviders> &
    ReturnType<typeof recorderParts>['providers'] &
    ReturnType<typeof sensorParts>['providers'];
  /** The program's window is gone. */
  ended(appId: string): void;
}

export function createMediaParts({ desk, microphone, sensors: window, programs }: MediaPartsOptions): MediaParts {
  const recorder = recorderParts(microphone, programs);
  const sensors = sensorParts(window, programs);
  return {
    providers: {
      ...mediaProviders(desk),
      ...contactProviders(desk),
      ...recorder.providers,
      ...sensors.providers,
    },
    ended(appId) {
      recorder.ended(appId);
      sensors.ended(appId);
    },
  };
}
