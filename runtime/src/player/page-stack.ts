import type { ErrorCode } from '../protocol/errors.ts';
import type { PageId } from '../protocol/ids.ts';
import type { OpenType } from '../protocol/messages.ts';

/**
 * The rules of the page stack, as a pure function from "what is open" and "what is asked" to the steps that
 * get there. Order of the steps is the order of lifecycles that WeChat documents for each kind of route.
 */
export interface StackedPage {
  readonly id: PageId;
  readonly route: string;
}

export interface StackState {
  /** Open pages, the visible one last. */
  readonly stack: readonly StackedPage[];
  /** Tab pages that are alive, on the stack or kept aside by `switchTab`. */
  readonly tabs: readonly StackedPage[];
}

export type Navigation =
  | { readonly kind: Exclude<OpenType, 'navigateBack'>; readonly route: string; readonly text: string }
  | { readonly kind: 'navigateBack'; readonly delta: number };

export interface StackRules {
  isPage(route: string): boolean;
  isTab(route: string): boolean;
}

export type Step =
  | { readonly kind: 'hide' | 'show' | 'close'; readonly page: PageId }
  | { readonly kind: 'open'; readonly route: string };

export type Plan =
  | { readonly ok: true; readonly steps: readonly Step[] }
  | { readonly ok: false; readonly code: ErrorCode; readonly errMsg: string };

/** WeChat's limit of open pages. */
export const maximumPages = 10;

/** What to do for `navigation`, or why not. `errMsg` is without the `name:` prefix. */
export function planNavigation(state: StackState, navigation: Navigation, rules: StackRules): Plan {
  if (navigation.kind === 'navigateBack') return planBack(state, navigation.delta);
  const { kind, route } = navigation;
  if (!rules.isPage(route)) {
    return { ok: false, code: 'PAGE_NOT_FOUND', errMsg: `fail page "${navigation.text}" is not found` };
  }
  const top = state.stack.at(-1);
  const open: Step = { kind: 'open', route };
  switch (kind) {
    case 'launch':
    case 'reLaunch':
      return { ok: true, steps: [...closing(state), open] };
    case 'navigateTo':
    case 'redirectTo': {
      if (rules.isTab(route)) return refuse(`fail can not ${kind} a tabbar page`);
      if (kind === 'redirectTo') return { ok: true, steps: top ? [{ kind: 'close', page: top.id }, open] : [open] };
      if (state.stack.length >= maximumPages) {
        return { ok: false, code: 'LIMIT_PAGES', errMsg: 'fail webview count limit exceed' };
      }
      return { ok: true, steps: top ? [{ kind: 'hide', page: top.id }, open] : [open] };
    }
    case 'switchTab':
      if (!rules.isTab(route)) return refuse('fail can not switch to no-tabBar page');
      return { ok: true, steps: planTab(state, route, rules) };
  }
}

function refuse(errMsg: string): Plan {
  return { ok: false, code: 'BAD_ARGUMENT', errMsg };
}

function planBack(state: StackState, delta: number): Plan {
  if (state.stack.length < 2) return refuse('fail cannot navigate back at first page');
  const target = Math.max(0, state.stack.length - 1 - Math.max(1, delta));
  const left = state.stack.slice(target + 1).reverse();
  const steps: Step[] = left.map((page) => ({ kind: 'close', page: page.id }));
  const shown = state.stack[target];
  return { ok: true, steps: shown ? [...steps, { kind: 'show', page: shown.id }] : steps };
}

/** Everything goes, the visible page first, tab pages kept aside last. */
function closing(state: StackState): Step[] {
  const aside = state.tabs.filter((tab) => !state.stack.some((page) => page.id === tab.id));
  return [...[...state.stack].reverse(), ...aside].map((page) => ({ kind: 'close', page: page.id }));
}

function planTab(state: StackState, route: string, rules: StackRules): Step[] {
  const top = state.stack.at(-1);
  if (top?.route === route) return [];
  const steps: Step[] = [];
  for (const page of [...state.stack].reverse()) {
    if (!rules.isTab(page.route)) steps.push({ kind: 'close', page: page.id });
    else if (page === top) steps.push({ kind: 'hide', page: page.id });
  }
  const kept = state.tabs.find((tab) => tab.route === route);
  steps.push(kept ? { kind: 'show', page: kept.id } : { kind: 'open', route });
  return steps;
}
