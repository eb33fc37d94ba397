import type { Assets } from '../../dom/index.ts';
import type { Overlays } from '../overlays.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

type Names = 'showToast' | 'hideToast' | 'showLoading' | 'hideLoading' | 'showModal' | 'showActionSheet';

/** Toasts and sheets drawn over the pages, inside the program's own window. */
export function overlayCalls(overlays: Overlays, assets: Assets): Pick<PlayerHandlers, Names> {
  const hide = () => {
    overlays.hideToast();
    return done();
  };
  return {
    showToast({ title, icon, image, duration, mask }) {
      overlays.showToast({ title, icon, image, mask, assets }, duration);
      return done();
    },
    showLoading({ title, mask }) {
      overlays.showToast({ title, icon: 'loading', image: undefined, mask, assets }, undefined);
      return done();
    },
    hideToast: hide,
    hideLoading: hide,
    async showModal(modal) {
      const { confirm, content } = await overlays.askModal(modal);
      return done({ confirm, cancel: !confirm, content: content ?? null });
    },
    async showActionSheet({ alertText, itemList, itemColor }) {
      const tapIndex = await overlays.askActionSheet({ alertText, items: itemList, itemColor });
      return tapIndex === undefined ? failed('fail cancel', 'CANCELLED') : done({ tapIndex });
    },
  };
}
