import { isElement } from '../dom-nodes.ts';
import { isOn, numberOf } from '../flags.ts';
import { inlineStyle } from '../inline-style.ts';
import type { BuiltIn, ComponentContext, ComponentInstance } from './component.ts';
import { flyIn } from './share-element.ts';

const positions = ['top', 'bottom', 'right', 'center'];

/** A page over the page: going back closes it and leaves the page where it is. */
export const pageContainer: BuiltIn = {
  tag: 'page-container',
  attributes: ['show', 'z-index', 'overlay', 'position', 'round', 'overlay-style', 'custom-style'],
  reads: ['duration', 'close-on-slide-down'],
  events: ['beforeenter', 'enter', 'afterenter', 'beforeleave', 'leave', 'afterleave', 'clickoverlay'],
  options: { position: positions },
  style:
    'wx-page-container{display:none;position:fixed;inset:0;z-index:100}wx-page-container[data-open]{display:block}' +
    'wx-page-container>wx-shade{position:absolute;inset:0;background-color:rgba(0,0,0,.45)}' +
    'wx-page-container:not([data-shaded])>wx-shade{display:none}wx-page-container:not([data-shaded]){pointer-events:none}' +
    'wx-page-container>wx-panel{display:block;position:absolute;box-sizing:border-box;overflow:auto;pointer-events:auto;' +
    'overscroll-behavior:contain;background-color:var(--tr-raised);color:inherit}' +
    'wx-page-container[data-at=bottom]>wx-panel{inset:auto 0 0;max-height:100%}' +
    'wx-page-container[data-at=top]>wx-panel{inset:0 0 auto;max-height:100%}' +
    'wx-page-container[data-at=right]>wx-panel{inset:0 0 0 auto;width:100%}' +
    'wx-page-container[data-at=center]>wx-panel{left:50%;top:50%;translate:-50% -50%;max-width:100%;max-height:100%}' +
    'wx-page-container[data-round][data-at=bottom]>wx-panel{border-radius:16px 16px 0 0}' +
    'wx-page-container[data-round][data-at=top]>wx-panel{border-radius:0 0 16px 16px}' +
    'wx-page-container[data-round][data-at=right]>wx-panel{border-radius:16px 0 0 16px}' +
    'wx-page-container[data-round][data-at=center]>wx-panel{border-radius:16px}' +
    'wx-page-container>wx-shade,wx-page-container>wx-panel{transition:opacity 0s ease-out,transform 0s ease-out}' +
    'wx-page-container[data-out]>wx-shade{opacity:0}wx-page-container[data-out][data-at=bottom]>wx-panel{transform:translateY(100%)}' +
    'wx-page-container[data-out][data-at=top]>wx-panel{transform:translateY(-100%)}' +
    'wx-page-container[data-out][data-at=right]>wx-panel{transform:translateX(100%)}' +
    'wx-page-container[data-out][data-at=center]>wx-panel{opacity:0;transform:scale(.96)}' +
    '@media (prefers-reduced-motion:reduce){wx-page-container>*{transition:none!important}}',
  build(host) {
    const { ownerDocument } = host;
    host.append(ownerDocument.createElement('wx-shade'), ownerDocument.createElement('wx-panel'));
    host.setAttribute('role', 'dialog');
  },
  content: (host) => (isElement(host.lastElementChild) ? host.lastElementChild : host),
  create: createPageContainer,
};

/** Pulled this far down, or a third of its height, it closes. */
const pullPixels = 80;

function createPageContainer(context: ComponentContext): ComponentInstance {
  const { attribute, clock, emit, host } = context;
  const shade = host.firstElementChild;
  const panel = host.lastElementChild;
  const ends = new AbortController();
  const { signal } = ends;
  let open = false;
  let cancel: (() => void) | undefined;
  let pull: { readonly id: number; readonly from: number; pixels: number } | undefined;

  const durationMs = () => Math.max(0, numberOf(attribute('duration'), 300));
  const parts = [shade, panel].filter((part) => isElement(part));
  const timed = (): void => {
    for (const part of parts) part.style.transitionDuration = `${durationMs()}ms`;
  };
  const enter = (): void => {
    if (open) return;
    open = true;
    cancel?.();
    emit('beforeenter', {});
    host.toggleAttribute('data-out', true);
    host.toggleAttribute('data-open', true);
    timed();
    // Laid out once where it comes from, or there is no way for it to go.
    host.getBoundingClientRect();
    host.toggleAttribute('data-out', false);
    emit('enter', {});
    flyIn(host, context);
    cancel = clock.after(durationMs(), () => emit('afterenter', {}));
  };
  const leave = (): void => {
    if (!open) return;
    open = false;
    cancel?.();
    emit('beforeleave', {});
    timed();
    if (isElement(panel)) panel.style.removeProperty('translate');
    host.toggleAttribute('data-out', true);
    emit('leave', {});
    cancel = clock.after(durationMs(), () => {
      host.toggleAttribute('data-open', false);
      emit('afterleave', {});
    });
  };

  shade?.addEventListener('click', () => emit('clickoverlay', {}), { signal });
  if (isElement(panel)) {
    panel.addEventListener(
      'pointerdown',
      ({ pointerId: id, clientY: from, button }) => {
        if (button !== 0 || !isOn(attribute('close-on-slide-down')) || panel.scrollTop > 0) return;
        pull = { id, from, pixels: 0 };
      },
      { signal },
    );
    context.window.addEventListener(
      'pointermove',
      ({ pointerId, clientY }) => {
        if (pull?.id !== pointerId) return;
        pull.pixels = Math.max(0, clientY - pull.from);
        panel.style.translate = `0 ${pull.pixels}px`;
      },
      { signal, passive: true },
    );
    const release = ({ pointerId }: PointerEvent): void => {
      if (pull?.id !== pointerId) return;
      const { pixels } = pull;
      pull = undefined;
      panel.style.removeProperty('translate');
      if (pixels > Math.min(pullPixels, panel.offsetHeight / 3)) leave();
    };
    context.window.addEventListener('pointerup', release, { signal });
    context.window.addEventListener('pointercancel', release, { signal });
  }

  const draw = (): void => {
    const at = positions.find((one) => one === attribute('position')) ?? 'bottom';
    host.dataset.at = at;
    host.toggleAttribute('data-round', isOn(attribute('round')));
    host.toggleAttribute('data-shaded', attribute('overlay') === undefined || isOn(attribute('overlay')));
    host.style.zIndex = String(Math.round(numberOf(attribute('z-index'), 100)));
    if (isElement(shade)) shade.style.cssText = inlineStyle(attribute('overlay-style'));
    if (isElement(panel)) panel.style.cssText = inlineStyle(attribute('custom-style'));
    timed();
  };
  return {
    update(name, value) {
      if (name !== 'show') {
        if (host.isConnected) draw();
      } else if (host.isConnected) (isOn(value) ? enter : leave)();
    },
    ready: draw,
    attached() {
      if (isOn(attribute('show'))) enter();
    },
    back() {
      if (!open) return false;
      leave();
      return true;
    },
    dispose() {
      ends.abort();
      cancel?.();
    },
  };
}
