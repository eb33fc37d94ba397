import type { CanvasBox } from '../../protocol/canvas.ts';
import { textOf } from '../../view/index.ts';
import type { BuiltIn } from './component.ts';

/** A drawn canvas as the player sees it: it is handed over once, and drawn on by the program's worker from then on. */
export interface CanvasHandle {
  /** Drawn in CSS pixels, by `wx.createCanvasContext`; the newer kind sizes itself. */
  readonly old: boolean;
  box(): CanvasBox;
  /** The `OffscreenCanvas` behind the element, the first time; undefined when the browser does not give it. */
  take(): object | undefined;
  /** One listener: `resized` for old canvases, `gone` when the element leaves. */
  watch(listener: { resized(box: CanvasBox): void; gone(): void }): void;
}

/**
 * What a program draws on. Its frame must be one of those that paint canvases: see `frames.ts`. Touches that reach it
 * carry their place in it, as `x` and `y`.
 */
export const canvas: BuiltIn = {
  tag: 'canvas',
  reflected: ['canvas-id'],
  flags: ['disable-scroll'],
  reads: ['type'],
  events: ['error'],
  options: { type: ['2d', 'webgl'] },
  style:
    'wx-canvas{display:block;position:relative;width:300px;height:150px}' +
    'wx-canvas>canvas{display:block;position:absolute;inset:0;width:100%;height:100%}' +
    // What lies above it lets touches through, but for the children themselves.
    'wx-canvas>wx-covers{display:block;position:absolute;inset:0;pointer-events:none}' +
    'wx-canvas>wx-covers>*{pointer-events:auto}wx-canvas[disable-scroll]{touch-action:none}',
  build(host) {
    const { ownerDocument } = host;
    host.append(ownerDocument.createElement('canvas'), ownerDocument.createElement('wx-covers'));
  },
  content: (host) => host.querySelector<HTMLElement>(':scope>wx-covers') ?? host,
  create(context) {
    const { host, window } = context;
    const element = host.firstElementChild;
    let listener: Parameters<CanvasHandle['watch']>[0] | undefined;
    let sizes: ResizeObserver | undefined;
    let taken = false;
    const box = (): CanvasBox => {
      const { clientWidth: width, clientHeight: height } = host;
      return { width, height, ratio: window.devicePixelRatio };
    };
    const handle: CanvasHandle = {
      get old() {
        return textOf(context.attribute('type')) === '';
      },
      box,
      take() {
        if (taken || !(element instanceof window.HTMLCanvasElement)) return undefined;
        taken = true;
        try {
          return element.transferControlToOffscreen();
        } catch (error) {
          context.emit('error', { errMsg: `canvas:fail ${error instanceof Error ? error.message : String(error)}` });
          return undefined;
        }
      },
      watch(next) {
        listener = next;
        if (!handle.old) return;
        sizes ??= new window.ResizeObserver(() => listener?.resized(box()));
        sizes.observe(host);
      },
    };
    return {
      attached() {
        const sandbox = window.frameElement?.getAttribute('sandbox') ?? '';
        // Its page said nothing of canvases when it opened, or it would have another frame.
        if (!sandbox.includes('allow-scripts')) context.emit('error', { errMsg: 'canvas:fail this page cannot paint' });
      },
      canvas: () => handle,
      dispose() {
        sizes?.disconnect();
        listener?.gone();
      },
    };
  },
};
