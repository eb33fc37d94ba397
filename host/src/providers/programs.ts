import { type Providers, refuse, succeed } from '@terrarium/runtime';
import type { Person } from './person.ts';
import type { ProgramHost, ProgramTarget } from './program-host.ts';

type Names =
  | 'navigateToMiniProgram'
  | 'openEmbeddedMiniProgram'
  | 'navigateBackMiniProgram'
  | 'exitMiniProgram'
  | 'restartMiniProgram';

/** From one program to another and back. The receiver learns who sent it from the host. */
export function programProviders(person: Person, programs: ProgramHost): Pick<Providers, Names> {
  const open = async ({ appId, params }: { readonly appId: string; readonly params: ProgramTarget }) => {
    const { appId: to, path, extraData = {} } = params;
    if (to === '') return refuse('BAD_ARGUMENT', 'appId or shortLink is required');
    const name = programs.nameOf(to);
    if (name === undefined || to === appId) return refuse('BAD_ARGUMENT', 'invalid appid');
    if ((await person.askOpenProgram(appId, name)) !== true) return refuse('CANCELLED', 'cancel');
    // The answer goes out first: the program that asked is hidden by what follows.
    setTimeout(() => programs.open(appId, { appId: to, path, extraData }), 0);
    return succeed({});
  };
  return {
    navigateToMiniProgram: open,
    openEmbeddedMiniProgram: open,
    navigateBackMiniProgram({ appId, params: { extraData = {} } }) {
      return programs.back(appId, extraData)
        ? succeed({})
        : refuse('BAD_ARGUMENT', 'not opened by another mini program');
    },
    exitMiniProgram({ appId }) {
      setTimeout(() => programs.close(appId), 0);
      return succeed({});
    },
    restartMiniProgram({ appId, params: { path } }) {
      setTimeout(() => programs.restart(appId, path), 0);
      return succeed({});
    },
  };
}
