import { textOf } from '../../view/index.ts';
import { isOn, numberOf } from '../flags.ts';
import type { ComponentContext } from './component.ts';
import { wantsStillness } from './motion.ts';

/** Pulling a `scroll-view` down at its top. */
export interface Refresher {
  /** Whether a pull may begin now. */
  readonly able: boolean;
  /** The finger is `pixels` below where the pull began. */
  pull(pixels: number): void;
  release(): void;
  update(): void;
  dispose(): void;
}

/** Below the finger it follows at this share of its way. */
const resistance = 0.6;
const closeMs = 200;

export const refresherAttributes = [
  'refresher-enabled',
  'refresher-triggered',
  'refresher-threshold',
  'refresher-default-style',
  'refresher-background',
];
export const refresherEvents = [
  'refresherpulling',
  'refresherwillrefresh',
  'refresherrefresh',
  'refresherrestore',
  'refresherabort',
];

export const refresherStyle =
  ':where(wx-scroll-view[refresher-enabled]){position:relative}' +
  'wx-scroll-view[refresher-enabled]>wx-scroller{overscroll-behavior-y:contain}' +
  // Between a class and nothing: the program's own refresher stands above the content, its foot where that begins.
  'wx-scroller>[slot=refresher]{position:absolute;left:0;right:0;bottom:auto;top:var(--tr-pulled,0px);' +
  'transform:translateY(-100%)}' +
  'wx-scroll-view>wx-refresher{display:flex;position:absolute;top:0;left:0;right:0;height:0;overflow:hidden;' +
  'align-items:center;justify-content:center;gap:6px;pointer-events:none}' +
  'wx-refresher[data-look=white]>wx-refresh-dot{background-color:#fff}' +
  'wx-refresher[data-look=none]>wx-refresh-dot{display:none}';

export function createRefresher(context: ComponentContext, box: HTMLElement): Refresher {
  const { attribute, document, clock, host } = context;
  let header: HTMLElement | undefined;
  let height = 0;
  let refreshing = false;
  let armed = false;
  let cancelClose: (() => void) | undefined;

  const threshold = () => Math.max(1, numberOf(attribute('refresher-threshold'), 45));
  const enabled = () => isOn(attribute('refresher-enabled'));

  const draw = (to: number, durationMs: number): void => {
    height = to;
    if (!header) {
      header = document.createElement('wx-refresher');
      for (let dot = 0; dot < 3; dot += 1) header.append(document.createElement('wx-refresh-dot'));
      host.append(header);
    }
    const look = textOf(attribute('refresher-default-style'));
    header.dataset.look = look === 'white' || look === 'none' ? look : 'black';
    header.style.backgroundColor = textOf(attribute('refresher-background'));
    const ms = wantsStillness(context.window) ? 0 : durationMs;
    header.style.transition = ms > 0 ? `height ${ms}ms ease-out` : '';
    box.style.transition = ms > 0 ? `padding-top ${ms}ms ease-out` : '';
    header.style.height = `${to}px`;
    // Room, not a transform: that would capture what is fixed inside.
    box.style.paddingTop = to > 0 ? `${to}px` : '';
    box.style.setProperty('--tr-pulled', `${to}px`);
  };
  const close = (type: 'refresherrestore' | 'refresherabort'): void => {
    draw(0, closeMs);
    cancelClose?.();
    cancelClose = clock.after(closeMs, () => context.emit(type, { dy: 0 }));
  };
  const refresh = (): void => {
    refreshing = true;
    cancelClose?.();
    draw(threshold(), closeMs);
    context.emit('refresherrefresh', { dy: threshold() });
  };
  return {
    get able() {
      return enabled() && !refreshing && box.scrollTop <= 0;
    },
    pull(pixels) {
      cancelClose?.();
      draw(Math.max(0, pixels * resistance), 0);
      context.emit('refresherpulling', { dy: height });
      if (height >= threshold() && !armed) context.emit('refresherwillrefresh', { dy: height });
      armed = height >= threshold();
    },
    release() {
      const far = armed;
      armed = false;
      if (far) refresh();
      else if (height > 0) close('refresherabort');
    },
    update() {
      const wanted = enabled() && isOn(attribute('refresher-triggered'));
      if (wanted && !refreshing) refresh();
      else if (!wanted && refreshing) {
        refreshing = false;
        close('refresherrestore');
      } else if (height > 0) draw(height, 0);
    },
    dispose: () => cancelClose?.(),
  };
}
