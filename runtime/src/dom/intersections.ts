import type { NodeRef } from '../view/index.ts';
import type { PageFrame, PaintClock, Rect } from './types.ts';

/** Pixels an area is grown by. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What to watch: nodes, and the areas they are held against, all of them together. */
export interface IntersectionWatch {
  readonly targets: readonly NodeRef[];
  /** Without node it is the viewport. At least one. */
  readonly areas: readonly { readonly node?: NodeRef | undefined; readonly margins: Margins }[];
  /** Shares of a target, 0 to 1, whose passing is told. */
  readonly thresholds: readonly number[];
  /** The share that is taken for known at the start. */
  readonly initialRatio: number;
}

/** A target has passed a threshold. CSS pixels of the page frame's viewport; `time` since the page began. */
export interface Intersection {
  readonly target: NodeRef;
  readonly ratio: number;
  readonly rect: Rect;
  readonly targetRect: Rect;
  readonly areaRect: Rect;
  readonly time: number;
}

type Seen = (seen: Intersection) => void;

/** Everything that is watched on one page. */
export interface Intersections {
  /** Returns its undo. */
  watch(watch: IntersectionWatch, seen: Seen): () => void;
  dispose(): void;
}

/** How many thresholds a share has reached; 0 is passed by anything more than nothing. */
export function levelOf(ratio: number, thresholds: readonly number[]): number {
  return thresholds.filter((one) => (one === 0 ? ratio > 0 : ratio >= one)).length;
}

/** The part all rectangles share; without width and height where there is none. */
export function overlapOf(rects: readonly Rect[]): Rect {
  const left = Math.max(...rects.map((rect) => rect.left));
  const top = Math.max(...rects.map((rect) => rect.top));
  const right = Math.min(...rects.map((rect) => rect.right));
  const bottom = Math.min(...rects.map((rect) => rect.bottom));
  if (right < left || bottom < top) return { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}

export function createIntersections(
  frame: PageFrame,
  elementOf: (ref: NodeRef) => HTMLElement | undefined,
  clock: PaintClock,
): Intersections {
  const running = new Set<() => void>();
  return {
    watch(watch, seen) {
      const targets = watch.targets.flatMap((ref): [HTMLElement, NodeRef][] => {
        const element = elementOf(ref);
        return element ? [[element, ref]] : [];
      });
      const stop =
        watchNatively(frame, elementOf, watch, targets, seen) ??
        watchFrames(frame, elementOf, clock, watch, targets, seen);
      const undo = () => {
        if (running.delete(undo)) stop();
      };
      running.add(undo);
      return undo;
    },
    dispose() {
      for (const undo of running) undo();
    },
  };
}

type Targets = readonly (readonly [HTMLElement, NodeRef])[];

/** The browser's own observer, where it can: one area, which is the viewport or around all targets. */
function watchNatively(
  frame: PageFrame,
  elementOf: (ref: NodeRef) => HTMLElement | undefined,
  watch: IntersectionWatch,
  targets: Targets,
  seen: Seen,
): (() => void) | undefined {
  const [area, ...others] = watch.areas;
  if (!area || others.length > 0) return undefined;
  const root = area.node ? elementOf(area.node) : frame.document;
  if (!root || targets.some(([element]) => element === root || !root.contains(element))) return undefined;
  const refs = new Map<Element, NodeRef>(targets);
  const known = new Set<Element>();
  const { top, right, bottom, left } = area.margins;
  const heard = (entries: readonly IntersectionObserverEntry[]) => {
    for (const { target, intersectionRatio, intersectionRect, boundingClientRect, rootBounds, time } of entries) {
      const ref = refs.get(target);
      if (!ref) continue;
      // The first entry says how things are: that is news only when it is another level than was taken for known.
      const isFirst = !known.has(target);
      known.add(target);
      if (isFirst && levelOf(intersectionRatio, watch.thresholds) === levelOf(watch.initialRatio, watch.thresholds)) {
        continue;
      }
      const areaRect = rectOf(rootBounds ?? new frame.window.DOMRect());
      const [rect, targetRect] = [rectOf(intersectionRect), rectOf(boundingClientRect)];
      seen({ target: ref, ratio: intersectionRatio, rect, targetRect, areaRect, time });
    }
  };
  const observer = new frame.window.IntersectionObserver(heard, {
    root,
    rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
    threshold: [...watch.thresholds],
  });
  for (const [element] of targets) observer.observe(element);
  return () => observer.disconnect();
}

/** Several areas, or one that targets do not lie in: looked up before each frame is drawn. */
function watchFrames(
  frame: PageFrame,
  elementOf: (ref: NodeRef) => HTMLElement | undefined,
  clock: PaintClock,
  watch: IntersectionWatch,
  targets: Targets,
  seen: Seen,
): () => void {
  const levels = new Map<Element, number>();
  const look = (time: number) => {
    cancel = clock.frame(look);
    const areaRect = overlapOf(
      watch.areas.map(({ node, margins }) => {
        const box = node ? elementOf(node)?.getBoundingClientRect() : viewportOf(frame);
        return grown(box ?? nowhere, margins);
      }),
    );
    for (const [element, target] of targets) {
      const targetRect = rectOf(element.getBoundingClientRect());
      const rect = overlapOf([targetRect, areaRect]);
      const size = targetRect.width * targetRect.height;
      const ratio = size === 0 ? 0 : (rect.width * rect.height) / size;
      const level = levelOf(ratio, watch.thresholds);
      if (level === (levels.get(element) ?? levelOf(watch.initialRatio, watch.thresholds))) continue;
      levels.set(element, level);
      seen({ target, ratio, rect, targetRect, areaRect, time });
    }
  };
  let cancel = clock.frame(look);
  return () => cancel();
}

type Box = Omit<Rect, 'width' | 'height'>;
const nowhere: Box = { left: 0, top: 0, right: 0, bottom: 0 };

function viewportOf({ window }: PageFrame): Box {
  return { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
}

function grown(box: Box, margins: Margins): Rect {
  return rectOf({
    left: box.left - margins.left,
    top: box.top - margins.top,
    right: box.right + margins.right,
    bottom: box.bottom + margins.bottom,
  });
}

function rectOf({ left, top, right, bottom }: Box): Rect {
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}
