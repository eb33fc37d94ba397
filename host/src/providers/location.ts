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
  | 'followForMap'
  | 'chooseLocation'
  | 'choosePoi'
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
  /** Also while the program is not in front. */
  readonly always: boolean;
  tell(found: Position | NoPosition): void;
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
  /** For the maps of a program, which tell it nothing. */
  const shown = new Map<string, Following>();
  const all = [following, shown];
  const sign = (appId: string) => programs.showFollowing(appId, following.has(appId) || shown.has(appId));
  const end = (list: Map<string, Following>, appId: string) => {
    const own = list.get(appId);
    if (own === undefined) return;
    list.delete(appId);
    own.stop();
    sign(appId);
  };
  const begin = (list: Map<string, Following>, appId: string, how: Omit<Following, 'stop'>) => {
    end(list, appId);
    const own: Following = { ...how, stop: () => undefined };
    const hear = async (found: Position | NoPosition): Promise<void> => {
      // Another window may have taken the grant away: it is asked for with every position.
      const granted = (await grants.decision(appId, own.scope)) === 'granted';
      if (list.get(appId) !== own) return;
      if (!granted) revoked(list, appId);
      else if (own.always || programs.visible(appId)) own.tell(found);
    };
    list.set(appId, own);
    sign(appId);
    // One after the other: a program must not hear of an earlier place later.
    let heard = Promise.resolve();
    own.stop = source.watch((found) => {
      heard = heard.then(() => hear(found)).catch(() => end(list, appId));
      return heard;
    });
    return succeed({});
  };
  const follow = (appId: string, type: Kind, background: boolean) =>
    begin(following, appId, {
      scope: background ? 'scope.userLocationBackground' : 'scope.userLocation',
      always: background,
      tell: (found) =>
        typeof found === 'string'
          ? programs.tell(appId, 'onLocationChangeError', { errCode: found === 'denied' ? 2 : 6 })
          : programs.tell(appId, 'onLocationChange', { ...answerOf(found, type) }),
    });
  const showOnMap = (appId: string) =>
    begin(shown, appId, {
      scope: 'scope.userLocation',
      always: false,
      tell(found) {
        if (typeof found === 'string') return programs.tell(appId, 'mapPosition', null);
        // What this format's maps are drawn in.
        const { latitude, longitude } = toGcj02(found);
        programs.tell(appId, 'mapPosition', { latitude, longitude });
      },
    });
  /** Where the person begins to choose, in the coordinates of maps. */
  const here = async () => {
    const found = await source.current();
    const { latitude, longitude } = typeof found === 'string' ? nowhere : toGcj02(found);
    return { latitude, longitude };
  };
  const revoked = (list: Map<string, Following>, appId: string) => {
    const own = list.get(appId);
    end(list, appId);
    own?.tell('denied');
  };
  return {
    follows: (appId) => following.has(appId),
    ended(appId) {
      for (const list of all) end(list, appId);
    },
    async decided(appId) {
      for (const list of all) {
        const own = list.get(appId);
        if (own === undefined || (await grants.decision(appId, own.scope)) === 'granted') continue;
        if (list.get(appId) === own) revoked(list, appId);
      }
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
        end(following, appId);
        return succeed({});
      },
      followForMap({ appId, params: { on } }) {
        if (on) return showOnMap(appId);
        end(shown, appId);
        return succeed({});
      },
      async chooseLocation({ appId, params }) {
        const { latitude, longitude } = params;
        const start = latitude === undefined || longitude === undefined ? await here() : { latitude, longitude };
        const chosen = await person.choosePlace(appId, { name: '', address: '', ...start });
        return chosen === undefined ? refuse('CANCELLED', 'cancel') : succeed(chosen);
      },
      async choosePoi({ appId }) {
        const chosen = await person.choosePlace(appId, { name: '', address: '', ...(await here()) });
        return chosen === undefined ? refuse('CANCELLED', 'cancel') : succeed({ type: 2, city: '', ...chosen });
      },
      async openLocation({ appId, params: { scale, ...place } }) {
        await person.showPlace(appId, place, Math.min(18, Math.max(5, scale)));
        return succeed({});
      },
      async chooseAddress({ appId }) {
        const chosen = await person.chooseAddress(appId);
        return chosen === undefined ? refuse('CANCELLED', 'cancel') : succeed(chosen);
      },
    },
  };
}

const nowhere = { latitude: 0, longitude: 0 };

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
