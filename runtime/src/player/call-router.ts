import { capabilityTable } from '../capabilities/index.ts';
import type { CallOutcome } from '../protocol/capabilities.ts';
import { problemOf } from '../protocol/errors.ts';
import type { Json } from '../protocol/json.ts';
import type { HostMessage } from '../protocol/messages.ts';
import type { PlayerCall } from './calls/player-call.ts';

export interface CallRouterOptions {
  readonly calls: ReadonlyMap<string, PlayerCall>;
  /** Asks the host. */
  ask(name: string, params: Json, gestureAgeMs: number | undefined): Promise<CallOutcome>;
  /** Loads the part that holds a path. @throws TerrariumError */
  load(path: string): Promise<void>;
  deliver(message: HostMessage): void;
  /** Milliseconds since the last trusted user action; undefined when there was none. */
  gestureAge(): number | undefined;
  /** Keeps the program from counting as idle until `work` settles. */
  busy(work: Promise<unknown>): void;
}

/** Takes each `wx` call to whoever answers it: the player's closed table first, the host for every other name. */
export interface CallRouter {
  call(id: number, name: string, params: Json): void;
  /** Answers a request for the part that holds `path`. */
  load(id: number, path: string): void;
  tell(name: string, params: Json): void;
}

/** Calls that wait for a person: a program is idle meanwhile. */
const asking: ReadonlySet<string> = new Set([
  ...['showModal', 'showActionSheet', 'authorize', 'openSetting', 'requirePrivacyAuthorize', 'openPrivacyContract'],
  ...['shareAppMessage', 'requestSubscribeMessage', 'navigateToMiniProgram', 'openEmbeddedMiniProgram'],
  ...['getLocation', 'getFuzzyLocation', 'startLocationUpdate', 'startLocationUpdateBackground', 'chooseLocation'],
  ...['choosePoi', 'openLocation', 'chooseAddress', 'makePhoneCall', 'scanCode', 'recordSound', 'animateNodes'],
  ...['chooseImage', 'chooseMedia', 'chooseVideo', 'chooseMessageFile'],
]);

const onlyElements: CallOutcome = { ok: false, error: { errMsg: 'fail not supported', code: 'NOT_SUPPORTED' } };

export function createCallRouter({ calls, ask, load, deliver, gestureAge, busy }: CallRouterOptions): CallRouter {
  const answer = async (name: string, params: Json): Promise<CallOutcome> => {
    try {
      if (capabilityTable.get(name)?.byElement) return onlyElements;
      const own = calls.get(name);
      return await (own ? own(params) : ask(name, params, gestureAge()));
    } catch (error) {
      // The guest learns that it failed and nothing of ours: no stack, no path.
      const { code } = problemOf(error);
      return { ok: false, error: { errMsg: 'fail internal error', code } };
    }
  };
  return {
    call(id, name, params) {
      const answered = answer(name, params).then((outcome) => {
        if (outcome.ok) deliver({ kind: 'settle', call: id, result: outcome.result });
        else deliver({ kind: 'fail', call: id, error: outcome.error });
      });
      if (!asking.has(name)) busy(answered);
    },
    load(id, path) {
      const answered = load(path).then(
        () => deliver({ kind: 'settle', call: id, result: {} }),
        (error: unknown) => {
          const { code, message } = problemOf(error);
          deliver({ kind: 'fail', call: id, error: { errMsg: `fail ${message}`, code } });
        },
      );
      busy(answered);
    },
    tell(name, params) {
      const answered = answer(name, params);
      if (!asking.has(name)) busy(answered);
    },
  };
}
