import type { HostMessage, SoftKeyboard } from '../protocol/messages.ts';
import type { Page } from './page.ts';

/** The keyboard on the screen, as the device has it or as a test plays it. */
export interface Keyboard {
  /** The device's keyboard came, went or has another size. */
  set(keyboard: SoftKeyboard): void;
  /** From now on a keyboard of this height comes with every field that is written in; with 0 none does. */
  simulate(height: number): void;
  /** A field of `page` got the focus, or none has it any more. */
  writing(page: Page, on: boolean): void;
}

const away: SoftKeyboard = { height: 0, covered: 0 };

export function createKeyboard({ deliver }: { deliver(message: HostMessage): void }): Keyboard {
  let device = away;
  let simulated = 0;
  let page: Page | undefined;
  let last = away;
  let told: Page | undefined;

  const update = (): void => {
    const now = device.height > 0 ? device : page && simulated > 0 ? { height: simulated, covered: simulated } : away;
    if (told && told !== page) told.surface.setKeyboard(away);
    told = page;
    page?.surface.setKeyboard(now);
    if (now.height !== last.height) {
      deliver({ kind: 'notify', name: 'onKeyboardHeightChange', data: { height: now.height } });
    }
    last = now;
  };
  return {
    set(keyboard) {
      device = keyboard;
      update();
    },
    simulate(height) {
      simulated = height;
      update();
    },
    writing(writer, on) {
      if (on) page = writer;
      else if (page === writer) page = undefined;
      update();
    },
  };
}
