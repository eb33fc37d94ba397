import type { Sounds } from '../sounds.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

/** What `InnerAudioContext` and `BackgroundAudioManager` send. */
export function soundCalls(sounds: Sounds): Pick<PlayerHandlers, 'playSound'> {
  return {
    playSound(order) {
      const wrong = sounds.order(order);
      return wrong === undefined ? done() : failed(`fail ${wrong}`, 'NOT_SUPPORTED');
    },
  };
}
