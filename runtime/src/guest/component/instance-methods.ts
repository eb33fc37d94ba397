import { boundValue } from '../blocks/block.ts';
import { readBounds } from '../events/event-object.ts';
import { triggerEvent } from '../events/trigger-event.ts';
import { callFunction, createObject, defineProperty, isFunction, isObject, ownKeys } from '../intrinsics.ts';
import type { ComponentState } from './component-state.ts';
import type { Definition } from './definition.ts';
import { stateOf } from './instance-registry.ts';
import { relatedStates } from './relations.ts';
import { selectComponents } from './select-components.ts';
import { groupSetData, setData } from './set-data.ts';

/** `wx` as instance methods use it. */
export type WxObject = Readonly<Record<string, unknown>>;

/** What instance methods use besides: what no member of `wx` gives. */
export interface InstanceServices {
  createMediaQueryObserver(instance: unknown): unknown;
  /** Sends `animateNodes` for nodes of an instance. */
  animate(instance: unknown, selector: string, what: object, done: (errMsg: string | undefined) => void): void;
  /** The program's own tab bar on the page with this number: an instance, or null. */
  tabBarOf(page: number): unknown;
}

/** What every page and component instance can do: the prototype below the program's own methods. */
export function createInstancePrototype(wx: WxObject, services: InstanceServices): object {
  const prototype = createObject(null);
  const method = (name: string, run: (state: ComponentState, values: readonly unknown[]) => unknown): void => {
    defineProperty(prototype, name, {
      value(this: unknown, ...values: unknown[]) {
        const state = stateOf(this);
        return state === undefined ? undefined : run(state, values);
      },
      writable: true,
      configurable: true,
      enumerable: false,
    });
  };
  const getter = (name: string, read: (state: ComponentState) => unknown): void => {
    defineProperty(prototype, name, {
      get(this: unknown) {
        const state = stateOf(this);
        return state === undefined ? undefined : read(state);
      },
      // Programs keep fields of such names: theirs wins.
      set(this: object, value: unknown) {
        defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
      },
      configurable: true,
      enumerable: false,
    });
  };

  getter('is', (state) => state.path);
  // Which of the platform's two renderers draws it; components choose their template by it.
  getter('renderer', () => 'webview');
  getter('id', (state) => (state.host === undefined ? '' : hostId(state)));
  getter('dataset', (state) => hostDataset(state));
  method('setData', (state, [data, callback]) => setData(state, data, callback));
  method('groupSetData', (state, [run]) => groupSetData(state, run));
  method('triggerEvent', (state, [name, detail, options]) => triggerEvent(state, name, detail, options));
  method('selectComponent', (state, [selector]) => {
    const [found] = selectComponents(state, String(selector), true);
    return found === undefined ? null : exported(found);
  });
  method('selectAllComponents', (state, [selector]) => selectComponents(state, String(selector), false).map(exported));
  method('selectOwnerComponent', (state) => state.host?.block.environment.owner.instance ?? null);
  method('hasBehavior', (state, [behavior]) => state.definition.behaviors.has(behavior));
  method('getRelationNodes', (state, [key]) => relatedStates(state, String(key)).map((one) => one.instance));
  method('animate', (state, [selector, frames, duration, callback]) => {
    if (isObject(callback) && !isFunction(callback))
      return animateNothing(state, 'animate by a scroll timeline', undefined);
    return animate(state, selector, { frames, duration: Number(duration) || 0 }, callback);
  });
  method('clearAnimation', (state, [selector, options, callback]) => {
    const only = isObject(options) && !isFunction(options) ? options : undefined;
    const properties = only && ownKeys(only).filter((name) => only[name] === true);
    return animate(state, selector, { properties }, isFunction(options) ? options : callback);
  });
  method('applyAnimatedStyle', (state, [, , options, callback]) =>
    animateNothing(state, 'applyAnimatedStyle', isFunction(options) ? options : callback),
  );
  method('clearAnimatedStyle', (state, [, , callback]) => animateNothing(state, 'applyAnimatedStyle', callback));
  function animate(
    { surroundings, instance }: ComponentState,
    selector: unknown,
    what: object,
    callback: unknown,
  ): void {
    const { reporter } = surroundings;
    services.animate(instance, String(selector), what, (errMsg) => {
      if (errMsg !== undefined) reporter.warn('ELEMENT', `animate: ${errMsg}`);
      if (isFunction(callback)) reporter.guard(callback, instance, [], 'callback', 'animate');
    });
  }
  method('getPageId', (state) => `pageId:${state.page.page}`);
  method('getTabBar', (state, [callback]) => {
    const bar = services.tabBarOf(state.page.page);
    const { reporter } = state.surroundings;
    if (isFunction(callback)) reporter.guard(callback, state.instance, [bar], 'callback', 'getTabBar');
    return bar;
  });
  method('getAppBar', () => null);
  method('setUpdatePerformanceListener', (state, [options, listener]) => {
    state.updateListener = isFunction(listener)
      ? { listener, withDataPaths: isObject(options) && options.withDataPaths === true }
      : undefined;
  });
  // Touches are always answered before the page scrolls, which is what a program that asks for less still works with.
  method('setPassiveEvent', () => undefined);
  method('getPassiveEvent', (state, [callback]) => {
    const { reporter } = state.surroundings;
    if (isFunction(callback)) reporter.guard(callback, state.instance, [{}], 'callback', 'getPassiveEvent');
  });
  // Nothing is kept from one launch to the next that a page could start with: it draws at once.
  method('setInitialRenderingCache', () => undefined);
  method('createSelectorQuery', (state) => {
    const query = callMember(wx, 'createSelectorQuery', []);
    return isObject(query) ? callMember(query, 'in', [state.instance]) : query;
  });
  method('createIntersectionObserver', (state, [options]) =>
    callMember(wx, 'createIntersectionObserver', [state.instance, options]),
  );
  method('createMediaQueryObserver', (state) => services.createMediaQueryObserver(state.instance));
  return prototype;
}

/** The prototype of one definition's instances: its methods over the common ones. */
export function createPrototype(common: object, definition: Definition): object {
  return Object.assign(createObject(common), definition.methods);
}

/** What `selectComponent` hands out: the instance, or what it exports in its stead. */
function exported(state: ComponentState): unknown {
  const { exports, behaviors } = state.definition;
  if (exports === undefined || !behaviors.has('wx://component-export')) return state.instance;
  return state.surroundings.reporter.guard(exports, state.instance, [], 'export', state.path);
}

/** Animations by scrolling or by worklets are not drawn. What a program does when they have ended goes on at once. */
function animateNothing({ surroundings, page, instance }: ComponentState, name: string, callback: unknown): void {
  const { reporter } = surroundings;
  reporter.warn('UNSUPPORTED_API', `${name} is not supported yet: nothing moves.`);
  if (!isFunction(callback)) return;
  surroundings.afterRender(page, () => void reporter.guard(callback, instance, [], 'callback', name));
}

function hostId({ host }: ComponentState): string {
  const id = host?.block.plan.type.nodes[host.node]?.id;
  return host === undefined || id === undefined ? '' : String(boundValue(host.block, id) ?? '');
}

function hostDataset({ host }: ComponentState): Record<string, unknown> {
  return host === undefined ? {} : readBounds(host.block, host.block.plan.type.nodes[host.node]?.dataset);
}

function callMember(target: Readonly<Record<string, unknown>>, name: string, values: readonly unknown[]): unknown {
  const member = target[name];
  return isFunction(member) ? callFunction(member, target, values) : null;
}
