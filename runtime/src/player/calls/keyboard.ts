import type { Navigator } from '../navigator.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

/** The field that the person writes in. */
export function keyboardCalls(navigator: Navigator): Pick<PlayerHandlers, 'hideKeyboard' | 'getSelectedTextRange'> {
  const noField = () => failed('fail input not exists', 'UNAVAILABLE');
  return {
    hideKeyboard() {
      const field = navigator.top?.surface.focused();
      field?.leave();
      return field ? done() : noField();
    },
    getSelectedTextRange() {
      const field = navigator.top?.surface.focused();
      return field ? done({ start: field.start, end: field.end }) : noField();
    },
  };
}
