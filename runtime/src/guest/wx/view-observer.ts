import type { Json } from '../../protocol/json.ts';
import { isObject, microtask } from '../intrinsics.ts';
import type { ViewRoot, WxLink } from '../wx-link.ts';

/** Everything one observer object of a program has the player watch. */
export interface ViewObserver {
  /**
   * Has the player watch under a number of its own, once `component` is drawn; `seen` hears what it sees.
   * `params` are completed with page and number.
   */
  watch(name: string, params: (root: ViewRoot) => Record<string, Json>, seen: (data: SeenData) => void): void;
  disconnect(): void;
}

export type SeenData = Readonly<Record<string, unknown>>;

let lastNumber = 0;

export function createViewObserver(link: WxLink, component: unknown, member: string): ViewObserver {
  const watching = new Map<number, () => void>();
  const start = (number: number, root: ViewRoot, name: string, params: Record<string, Json>): void => {
    link.call(name, { ...params, page: root.page, observer: number }, (outcome) => {
      if (outcome.ok) return;
      link.warn('OBSERVER', `${member} observes nothing: ${outcome.error.errMsg.replace(/^fail /, '')}`);
    });
  };
  return {
    watch(name, params, seen) {
      lastNumber += 1;
      const number = lastNumber;
      const undo = link.onNotify('observed', (data) => {
        if (isObject(data) && data.observer === number) seen(data);
      });
      watching.set(number, undo);
      const root = link.viewRoot(component);
      if (root !== undefined) start(number, root, name, params(root));
      else {
        // Asked for while the component is being made.
        microtask(() => {
          const drawn = watching.has(number) ? link.viewRoot(component) : undefined;
          if (drawn !== undefined) start(number, drawn, name, params(drawn));
        });
      }
    },
    disconnect() {
      if (watching.size === 0) return;
      for (const undo of watching.values()) undo();
      link.tell('stopObserving', { observers: [...watching.keys()] });
      watching.clear();
    },
  };
}
