import type { Navigator } from '../navigator.ts';
import type { PlayerHandlers } from './player-call.ts';

type Names = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack';

/** Routes between pages. Texts of refusals come from page-stack.ts. */
export function navigationCalls(navigator: Navigator): Pick<PlayerHandlers, Names> {
  return {
    navigateTo: ({ url }) => navigator.go('navigateTo', url),
    redirectTo: ({ url }) => navigator.go('redirectTo', url),
    switchTab: ({ url }) => navigator.go('switchTab', url),
    reLaunch: ({ url }) => navigator.go('reLaunch', url),
    navigateBack: ({ delta }) => navigator.back(delta),
  };
}
