import { isOn, numberOf } from '../flags.ts';
import { pixels } from '../inline-style.ts';
import type { BuiltIn, ComponentContext, ComponentInstance } from './component.ts';
import { createEchoes } from './echoes.ts';
import { wantsStillness } from './motion.ts';
import { watchMovableTouch } from './movable-touch.ts';
import { atRest, type Bounds, type Moving, runMotion, slideStep, springStep, within } from './spring.ts';

type Source = '' | 'touch' | 'touch-out-of-bounds' | 'out-of-bounds' | 'friction';

/** A box that is moved, thrown and scaled inside its `movable-area`, of which it must be a child. */
export const movableView: BuiltIn = {
  tag: 'movable-view',
  flags: ['disabled'],
  attributes: ['x', 'y', 'scale-value', 'direction', 'disabled', 'scale', 'scale-min', 'scale-max'],
  reads: ['inertia', 'out-of-bounds', 'damping', 'friction', 'animation'],
  events: ['change', 'scale', 'htouchmove', 'vtouchmove'],
  options: { direction: ['all', 'vertical', 'horizontal', 'none'] },
  style:
    'wx-movable-view{display:inline-block;position:absolute;top:0;left:0;width:10px;height:10px;cursor:grab;' +
    'will-change:transform}wx-movable-view:active{cursor:grabbing}wx-movable-view[disabled]{cursor:default}',
  create: createMovableView,
};

const keySteps: ReadonlyMap<string, readonly [x: number, y: number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);
const keyPixels = 10;

function createMovableView(context: ComponentContext): ComponentInstance {
  const { host, window, clock, attribute } = context;
  /** Upper left corner of the box as it is seen, scaled; what `x` and `y` mean. */
  let at: Moving = { x: 0, y: 0, vx: 0, vy: 0 };
  let scale = 1;
  let stopMotion: (() => void) | undefined;
  let stopTouch: (() => void) | undefined;
  let dragFrom = { x: 0, y: 0 };
  let dragging = false;
  let told = '';
  let drawn = '';
  const ends = new AbortController();
  const echoes = createEchoes<string>(clock);

  const area = () => (host.parentElement?.localName === 'wx-movable-area' ? host.parentElement : undefined);
  const direction = () => attribute('direction');
  const axes = () => {
    const free = area() !== undefined && !isOn(attribute('disabled'));
    const way = direction();
    return {
      x: free && (way === 'all' || way === 'horizontal'),
      y: free && (way === 'all' || way === 'vertical'),
    };
  };
  const damping = () => Math.max(1, numberOf(attribute('damping'), 20));
  const friction = () => {
    const given = numberOf(attribute('friction'), 2);
    return given > 0 ? given : 2;
  };
  const animated = () =>
    (attribute('animation') === undefined || isOn(attribute('animation'))) && !wantsStillness(window);

  const bounds = (): Bounds => {
    const room = area();
    const [width, height] = [host.offsetWidth * scale, host.offsetHeight * scale];
    const spareX = (room?.clientWidth ?? 0) - width;
    const spareY = (room?.clientHeight ?? 0) - height;
    return {
      minX: Math.min(0, spareX),
      maxX: Math.max(0, spareX),
      minY: Math.min(0, spareY),
      maxY: Math.max(0, spareY),
    };
  };
  const draw = (source: Source, quiet = false): void => {
    const shiftX = (host.offsetWidth * (scale - 1)) / 2;
    const shiftY = (host.offsetHeight * (scale - 1)) / 2;
    host.style.transform = `translate(${at.x + shiftX}px,${at.y + shiftY}px) scale(${scale})`;
    drawn = host.style.transform;
    const [x, y] = [round(at.x), round(at.y)];
    const text = `${x},${y}`;
    if (quiet || text === told) {
      told = text;
      return;
    }
    told = text;
    if (source !== '') echoes.tell(text);
    context.emit('change', { x, y, source });
  };
  const stop = (): void => {
    stopMotion?.();
    stopMotion = undefined;
  };
  const place = (x: number, y: number, source: Source): void => {
    at = { x, y, vx: 0, vy: 0 };
    draw(source);
  };
  const springTo = (to: { x: number; y: number }, source: Source): void => {
    stop();
    if (!animated()) {
      place(to.x, to.y, source);
      return;
    }
    stopMotion = runMotion(
      clock,
      (seconds) => {
        at = springStep(at, to, damping(), seconds);
        const rests = atRest(at, to);
        if (rests) at = { ...to, vx: 0, vy: 0 };
        return rests;
      },
      () => draw(source),
    );
  };
  const settle = (): void => {
    const inside = within(at, bounds());
    if (inside.x !== at.x || inside.y !== at.y) springTo(inside, 'out-of-bounds');
  };
  const throwOn = (vx: number, vy: number): void => {
    const may = axes();
    at = { ...at, vx: may.x ? vx : 0, vy: may.y ? vy : 0 };
    const loose = isOn(attribute('out-of-bounds'));
    stop();
    const limits = bounds();
    const slow = () => Math.hypot(at.vx, at.vy) < 5;
    stopMotion = runMotion(
      clock,
      (seconds) => {
        at = slideStep(at, friction(), seconds);
        const { x, y } = within(at, limits);
        if (x === at.x && y === at.y) return slow();
        // Beyond an end it goes on as a spring that comes back, or stops there in that direction.
        if (loose) return true;
        at = { x, y, vx: x === at.x ? at.vx : 0, vy: y === at.y ? at.vy : 0 };
        return slow();
      },
      () => {
        draw('friction');
        if (loose) settle();
      },
    );
  };

  const touch = {
    axes,
    mayScale: () => isOn(attribute('scale')) && !isOn(attribute('disabled')),
    begin() {
      stop();
      dragging = true;
      dragFrom = { x: at.x, y: at.y };
    },
    drag(dx: number, dy: number, first: 'x' | 'y') {
      const may = axes();
      context.emit(first === 'x' ? 'htouchmove' : 'vtouchmove', {});
      const free = { x: may.x ? dragFrom.x + dx : at.x, y: may.y ? dragFrom.y + dy : at.y };
      const inside = within(free, bounds());
      const out = inside.x !== free.x || inside.y !== free.y;
      if (!out) place(free.x, free.y, 'touch');
      else if (!isOn(attribute('out-of-bounds'))) place(inside.x, inside.y, 'touch');
      // Past an end it follows at a third of the way.
      else {
        const [x, y] = [inside.x + (free.x - inside.x) / 3, inside.y + (free.y - inside.y) / 3];
        place(x, y, 'touch-out-of-bounds');
      }
    },
    end(vx: number, vy: number) {
      dragging = false;
      const inside = within(at, bounds());
      const thrown = isOn(attribute('inertia')) && Math.hypot(vx, vy) > 50 && !wantsStillness(window);
      if (thrown && inside.x === at.x && inside.y === at.y) throwOn(vx, vy);
      else settle();
    },
    scale: (ratio: number) => scaleTo(scale * ratio, true),
    scaled: settle,
  };
  const scaleTo = (wanted: number, byUser: boolean): void => {
    const least = Math.max(0.1, numberOf(attribute('scale-min'), 0.1));
    const most = Math.min(10, Math.max(least, numberOf(attribute('scale-max'), 10)));
    const next = Math.min(most, Math.max(least, wanted));
    if (next === scale) return;
    // Its middle stays where it is.
    const [dx, dy] = [(host.offsetWidth * (next - scale)) / 2, (host.offsetHeight * (next - scale)) / 2];
    scale = next;
    at = { ...at, x: at.x - dx, y: at.y - dy };
    if (!byUser) at = { ...at, ...within(at, bounds()) };
    draw(byUser ? 'touch' : '', true);
    context.emit('scale', { x: round(at.x), y: round(at.y), scale: round(scale) });
  };

  const wanted = () => {
    const x = pixels(attribute('x'), window.innerWidth);
    const y = pixels(attribute('y'), window.innerWidth);
    return within({ x: x ?? at.x, y: y ?? at.y }, bounds());
  };
  let queued = false;
  /** After the batch: `x` and `y` come together, and one movement follows both. */
  const follow = (): void => {
    if (queued || !host.isConnected) return;
    queued = true;
    queueMicrotask(() => {
      queued = false;
      if (!host.isConnected || dragging) return;
      const to = wanted();
      if (echoes.isStale(`${round(to.x)},${round(to.y)}`)) return;
      if (to.x !== at.x || to.y !== at.y) springTo(to, '');
    });
  };
  const ready = (): void => {
    const { x, y } = axes();
    host.style.touchAction = (x && y) || touch.mayScale() ? 'none' : x ? 'pan-y' : y ? 'pan-x' : '';
    if (x || y) host.tabIndex = 0;
    else host.removeAttribute('tabindex');
  };
  // The program writes its whole `style`, and what we set there goes with it.
  const restyled = new MutationObserver(() => {
    if (host.style.transform === drawn) return;
    ready();
    draw('', true);
  });
  const resized = new ResizeObserver(() => {
    if (dragging || stopMotion) return;
    at = { ...at, ...within(at, bounds()) };
    draw('', true);
  });

  host.addEventListener(
    'keydown',
    (event) => {
      const step = keySteps.get(event.key);
      const may = axes();
      if (!step || event.target !== host || !((may.x && step[0] !== 0) || (may.y && step[1] !== 0))) return;
      event.preventDefault();
      const to = within({ x: at.x + step[0] * keyPixels, y: at.y + step[1] * keyPixels }, bounds());
      stop();
      place(to.x, to.y, 'touch');
    },
    { signal: ends.signal },
  );

  return {
    update(name, value) {
      if (name === 'x' || name === 'y') follow();
      else if (name === 'scale-value' && host.isConnected && isOn(attribute('scale')))
        scaleTo(numberOf(value, 1), false);
      else if (host.isConnected) ready();
    },
    attached() {
      const room = area();
      stopTouch = watchMovableTouch(context, room && isOn(room.hasAttribute('scale-area')) ? room : host, touch);
      ready();
      if (isOn(attribute('scale'))) scale = Math.min(10, Math.max(0.1, numberOf(attribute('scale-value'), 1)));
      at = { ...at, ...wanted() };
      draw('', true);
      resized.observe(host);
      restyled.observe(host, { attributeFilter: ['style'] });
      if (room) resized.observe(room);
    },
    dispose() {
      ends.abort();
      stop();
      stopTouch?.();
      resized.disconnect();
      restyled.disconnect();
    },
  };
}

/** Pixels as programs see them: a tenth is finer than anything drawn. */
const round = (value: number): number => Math.round(value * 10) / 10;
