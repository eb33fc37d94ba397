import type { ActionSheet, Modal, ModalAnswer, Screen, Toast } from './screen.ts';
import type { Timers } from './timers.ts';

/** Toasts and loading share one place on screen: a later one replaces what is there. */
export interface Overlays {
  /** Hides itself after `durationMs`; `undefined` stays until hidden. */
  showToast(toast: Toast, durationMs: number | undefined): void;
  hideToast(): void;
  askModal(modal: Modal): Promise<ModalAnswer>;
  askActionSheet(sheet: ActionSheet): Promise<number | undefined>;
  dispose(): void;
}

export function createOverlays(screen: Screen, timers: Timers): Overlays {
  let cancelHiding: (() => void) | undefined;
  const stopHiding = () => {
    cancelHiding?.();
    cancelHiding = undefined;
  };
  const hideToast = () => {
    stopHiding();
    screen.setToast(undefined);
  };
  return {
    showToast(toast, durationMs) {
      stopHiding();
      screen.setToast(toast);
      if (durationMs !== undefined) cancelHiding = timers.after(durationMs, hideToast);
    },
    hideToast,
    askModal: (modal) => screen.askModal(modal),
    askActionSheet: (sheet) => screen.askActionSheet(sheet),
    dispose: stopHiding,
  };
}
