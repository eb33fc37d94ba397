import { type Grants, type Providers, refuse, succeed } from '@terrarium/runtime';
import { toGcj02 } from './gcj02.ts';
import type { Person } from './person.ts';
import type { NoPosition, Position, PositionSource } from './position.ts';
import type { ProgramHost } from './program-host.ts';

type Names =
  | 'getLocation'
  | 'getFuzzyLocation'
  | 'startLocationUpdate'
  | 'startLocationUpdateBackground'
  | 'stopLocationUpdate'
  | 'chooseLocation'
  | 'openLocation'
  | 'chooseAddress';

type Kind = 'wgs84' | 'gcj02';

export interface LocationParts {
  readonly providers: Pick<Providers, Names>;
  /** A decision about the program has changed: what it no longer may follow ends at once. */
  decided(appId: string): Promise<void>;
  /** The program's window is gone. */
  ended(appId: string): void;
  /** Whether the program follows where the user is now. */
  follows(appId: string): boolean;
}

interface Following {
  readonly scope: string;
  stop: () => void;
}

/** Where the user is: once, roughly, again and again; and places they choose. */
export function locationParts(
  source: PositionSource,
  person: Person,
  programs: ProgramHost,
  grants: Grants,
): LocationParts {
  const following = new Map<string, Following>();
  const end = (appId: string) => {
    const own = following.get(appId);
    if (own === undefined) return;
    own.stop();
    following.delete(appId);
    programs.showFollowing(appId, false);
  };
  const follow = async (appId: string, type: Kind, background: boolean) => {
    end(appId);
    const scope = background ? 'scope.userLocationBackground' : 'scope.userLocation';
    const hear = async (found: Position | NoPosition): Promise<void> => {
      // Another window may have taken the grant away: it is asked for with every position.
      if ((await grants.decision(appId, scope)) !== 'granted') {
        if (following.get(appId) === own) revoked(appId);
        return;
      }
      if (following.get(appId) !== own || (!background && !programs.visible(appId))) return;
      if (typeof found === 'string')
        programs.tell(appId, 'onLocationChangeError', { errCode: found === 'denied' ? 2 : 6 });
      else programs.tell(appId, 'onLocationChange', { ...answerOf(found, type) });
    };
    const own: Following = { scope, stop: () => undefined };
    following.set(appId, own);
    programs.showFollowing(appId, true);
    // One after the other: a program must not hear of an earlier place later.
    let heard = Promise.resolve();
    own.stop = source.watch((found) => {
      heard = heard.then(() => hear(found)).catch(() => end(appId));
      return heard;
    });
    return succeed({});
  };
  const revoked = (appId: string) => {
    end(appId);
    programs.tell(appId, 'onLocationChangeError', { errCode: 2 });
  };
  return {
    follows: (appId) => following.has(appId),
    ended: end,
    async decided(appId) {
      const own = following.get(appId);
      if (own === undefined || (await grants.decision(appId, own.scope)) === 'granted') return;
      if (following.get(appId) === own) revoked(appId);
    },
    providers: {
      async getLocation({ params: { type } }) {
        const found = await source.current();
        return typeof found === 'string' ? noPosition(found) : succeed(answerOf(found, type));
      },
      async getFuzzyLocation({ params: { type } }) {
        const found = await source.current();
        if (typeof found === 'string') return noPosition(found);
        const { latitude, longitude } = answerOf(found, type);
        return succeed({ latitude: roughly(latitude), longitude: roughly(longitude) });
      },
      startLocationUpdate: ({ appId, params }) => follow(appId, params.type, false),
      async startLocationUpdateBackground({ appId, params }) {
        const modes: unknown = programs.manifest(appId)?.app.requiredBackgroundModes;
        if (!Array.isArray(modes) || !modes.includes('location')) {
          return refuse('UNDECLARED', 'the api need to be declared in the requiredBackgroundModes field in app.json');
        }
        return follow(appId, params.type, true);
      },
      stopLocationUpdate({ appId }) {
        end(appId);
        return succeed({});
      },
      async chooseLocation({ appId, params }) {
        const here = params.latitude === undefined || params.longitude === undefined ? await source.current() : params;
        const { latitude = 0, longitude = 0 } = typeof here === 'string' ? {} : here;
        const chosen = await person.choosePlace(appId, { name: '', address: '', latitude, longitude });
        return chosen === undefined ? refuse('CANCELLED', 'cancel') : succeed(chosen);
      },
      async openLocation({ appId, params: { scale: _scale, ...place } }) {
        await person.showPlace(appId, place);
        return succeed({});
      },
      async chooseAddress({ appId }) {
        const chosen = await person.chooseAddress(appId);
        return chosen === undefined ? refuse('CANCELLED', 'cancel') : succeed(chosen);
      },
    },
  };
}

/** About a kilometre. */
const roughly = (degrees: number): number => Math.round(degrees * 100) / 100;

function answerOf(found: Position, type: Kind) {
  const { latitude, longitude, speed = -1, accuracy = 0, altitude = 0 } = type === 'gcj02' ? toGcj02(found) : found;
  return { latitude, longitude, speed, accuracy, altitude, verticalAccuracy: 0, horizontalAccuracy: accuracy };
}

function noPosition(why: NoPosition) {
  return why === 'denied'
    ? refuse('DENIED', 'system permission denied', 2)
    : refuse('UNAVAILABLE', 'the position is not known', 6);
}
