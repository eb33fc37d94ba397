import { blockId } from '../../protocol/ids.ts';
import type { Navigator } from '../navigator.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

/** The field that the person writes in. */
export function keyboardCalls(
  navigator: Navigator,
): Pick<PlayerHandlers, 'answerInput' | 'hideKeyboard' | 'getSelectedTextRange'> {
  const noField = () => failed('fail input not exists', 'UNAVAILABLE');
  return {
    answerInput({ page, block, node, ...answer }) {
      const surface = navigator.find(page)?.surface;
      return surface?.call({ block: blockId(block), node }, 'answerInput', answer) ?? failed('fail the page is closed');
    },
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
