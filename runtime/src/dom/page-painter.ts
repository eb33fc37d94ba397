import type { Json, Skeleton } from '../protocol/index.ts';
import { nodesOf, type ViewBlock } from '../view/index.ts';
import { createAnimator } from './animation.ts';
import { createBlockPainter } from './block-painter.ts';
import { createClassNames, createExtraClasses } from './class-names.ts';
import { browserClock } from './clock.ts';
import { components } from './components/index.ts';
import { createEventEmitter } from './events/emitter.ts';
import { watchPageEvents } from './events/page-events.ts';
import { createScrollGuard } from './events/scroll-guard.ts';
import { createInstances } from './instances.ts';
import { createIntersections } from './intersections.ts';
import { createKeyboardRoom } from './keyboard-room.ts';
import { createKeyframePlayer } from './keyframes.ts';
import { createLooks } from './looks.ts';
import { watchMedia } from './media-conditions.ts';
import { createNodeLocator } from './node-locator.ts';
import { refused } from './outcome.ts';
import { createPageScroller } from './page-scroll.ts';
import { createPageStyles } from './page-styles.ts';
import { createPullDown } from './pull-down.ts';
import { buildTemplate, type Template } from './template.ts';
import type { PagePainter, PagePainterOptions } from './types.ts';

/** Draws `options.tree` into `options.frame`: what is there already, then every batch. */
export function createPagePainter(options: PagePainterOptions): PagePainter {
  const { frame, tree } = options;
  const { document } = frame;
  const clock = options.clock ?? browserClock(window);
  const page = document.createElement('wx-page');
  document.body.append(page);

  const styles = createPageStyles(frame, options.program, page);
  const classNames = createClassNames();
  const extras = createExtraClasses();
  const looks = createLooks(extras);
  const animator = createAnimator(clock);
  const keyframes = createKeyframePlayer();
  // A tag without one stands as a plain box; the compiler has told the author.
  const builtIns = (tag: string) => components.get(tag);

  const templates = new Map<Skeleton, Map<number, Template>>();
  const decorate = (block: ViewBlock, node: number): void => {
    const ref = { block: block.id, node };
    const element = locator.element(ref);
    const over = block.decorations?.get(node);
    if (!element || !over) return;
    const spell = (names: Json | undefined) => classNames.of(block.scope, names);
    const decoration = { ...over, added: spell(over.added), removed: spell(over.removed) };
    looks.decorate(element, decoration, spell(tree.attribute(ref, 'class')), tree.attribute(ref, 'style'));
  };
  const hosts = new Map<number, HTMLElement>();
  const painter = createBlockPainter({
    page,
    rootOf({ scope, skeleton }) {
      // Of components only the program's own tab bar is mounted so; as all others it has a host, for `:host`.
      const name = skeleton.content || classNames.isVirtual(scope) ? undefined : classNames.host(scope);
      if (!name) return page;
      const host = hosts.get(scope) ?? document.createElement('wx-custom-tab-bar');
      hosts.set(scope, host);
      if (!host.isConnected) page.append(host);
      extras.add(host, name);
      return host;
    },
    templateOf({ skeleton, scope }) {
      const scopes = templates.get(skeleton) ?? new Map<number, Template>();
      templates.set(skeleton, scopes);
      const before = scopes.get(scope);
      if (before) return before;
      const template = buildTemplate(document, skeleton, builtIns, { scope, classNames, looks, animator });
      scopes.set(scope, template);
      if (nodesOf(skeleton).nodes.some((node) => 'catches' in node && node.catches)) scrollGuard.enable();
      return template;
    },
    createInstance: (block, slot, element) => instances.create(block, slot, element),
    isVirtual: ({ scope, skeleton }) => skeleton.content !== true && classNames.isVirtual(scope),
    mountedInto(host, block) {
      // Content given to an unknown tag lands here too: that makes it no component.
      const name = block.skeleton.content ? undefined : classNames.host(block.scope);
      if (name && host.nodeType === host.ELEMENT_NODE && host instanceof frame.window.Element) extras.add(host, name);
    },
    scope(scope, component, shared, traits) {
      if (traits.withoutApp) styles.dropApp();
      if (scope !== 0)
        classNames.declare(scope, { ...styles.component(component, traits.spreads === true), shared, traits });
    },
    decorate,
    rescoped(block) {
      for (const [node, is] of nodesOf(block.skeleton).nodes.entries()) {
        if (is.kind === 'text' || is.kind === 'anchor') continue;
        const ref = { block: block.id, node };
        const value = tree.attribute(ref, 'class');
        const element = value === undefined ? undefined : locator.element(ref);
        if (element) looks.writeClass(element, classNames.of(block.scope, value));
      }
      for (const node of block.decorations?.keys() ?? []) decorate(block, node);
    },
  });
  const locator = createNodeLocator(page, painter, builtIns);
  const emitter = createEventEmitter({ frame, tree, locator, clock, onEvent: (event) => options.onEvent(event) });
  const instances = createInstances({
    ...{ ...options, classNames, extras, clock, emitter },
    onWriting: (host) => keyboardRoom.focused(host),
  });
  const keyboardRoom = createKeyboardRoom({ ...options, instanceOf: instances.of });
  const scroller = createPageScroller(frame, clock);
  const pullDown = createPullDown(frame, page);
  const stopEvents = watchPageEvents({
    frame,
    page,
    tree,
    locator,
    emitter,
    classNames,
    extras,
    clock,
    instanceOf: (element) => instances.of(element),
    onContact: (change) => pullDown.handle(change),
    onGesture: () => options.onGesture?.(),
  });
  const intersections = createIntersections(frame, locator.element, clock);
  const mediaUndos = new Set<() => void>();
  const scrollGuard = createScrollGuard(frame, tree, locator);
  const stopWatching = tree.watch(painter);

  return {
    onScroll: scroller.onScroll,
    scrollTo: scroller.scrollTo,
    get scroll() {
      return scroller.scroll;
    },
    onPullDown: pullDown.onPullDown,
    setRefreshing: pullDown.setRefreshing,
    rect(ref) {
      const box = locator.element(ref)?.getBoundingClientRect();
      if (!box) return undefined;
      const { left, top, right, bottom, width, height } = box;
      return { left, top, right, bottom, width, height };
    },
    scrollOffset(ref) {
      const element = locator.element(ref);
      const box = element?.querySelector(':scope>wx-scroller') ?? element;
      if (!box) return undefined;
      const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = box;
      return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
    },
    value(ref) {
      const element = locator.element(ref);
      return element && instances.of(element)?.value?.();
    },
    watchIntersection: intersections.watch,
    watchMedia(conditions, changed) {
      const undo = watchMedia(frame.window, conditions, changed);
      mediaUndos.add(undo);
      return () => {
        mediaUndos.delete(undo);
        undo();
      };
    },
    canvas(ref) {
      const element = locator.element(ref);
      return element && instances.of(element)?.canvas?.();
    },
    async call(ref, method, params) {
      const element = locator.element(ref);
      const instance = element && instances.of(element);
      return (
        (await instance?.call?.(method, params)) ?? refused(`fail ${method} is not supported here`, 'NOT_SUPPORTED')
      );
    },
    setShown: instances.setShown,
    themeChanged: styles.fillWindow,
    back: instances.back,
    async animate(refs, frames, durationMs) {
      const elements = refs.map((ref) => locator.element(ref)).filter((element) => element !== undefined);
      await Promise.all(elements.map((element) => keyframes.play(element, frames, durationMs)));
    },
    clearAnimation(refs, properties) {
      for (const ref of refs) {
        const element = locator.element(ref);
        if (element) keyframes.clear(element, properties);
      }
    },
    setKeyboard: keyboardRoom.set,
    element: (ref) => locator.element(ref),
    dispose() {
      intersections.dispose();
      for (const undo of mediaUndos) undo();
      stopWatching();
      stopEvents();
      scrollGuard.dispose();
      scroller.dispose();
      pullDown.dispose();
      painter.dispose();
      page.remove();
    },
  };
}
