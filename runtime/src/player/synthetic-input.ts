import type { PaintedEvent } from '../dom/index.ts';
import { TerrariumError } from '../protocol/errors.ts';
import type { Json } from '../protocol/json.ts';
import type { Touch } from '../protocol/messages.ts';
import type { NodeRef } from '../view/index.ts';
import type { Page } from './page.ts';

/** Input without a person: for tests and tools, on the page on top. Throws BAD_ARGUMENT when no node matches. */
export interface SyntheticInput {
  /** Touches a node, or the first that matches: touchstart, touchend, tap, and what a `navigator` does then. */
  tap(target: string | NodeRef): void;
  /** Types `value` into the first match, replacing what was there. */
  input(selector: string, value: string): void;
  /** Raises a component event such as `confirm` or `change`; it stays at its node. */
  emit(selector: string, type: string, detail: Json): void;
}

export interface SyntheticInputOptions {
  top(): Page | undefined;
  /** Same entrance as events of a person. */
  dispatch(page: Page, event: PaintedEvent): void;
  gesture(): void;
  now(): number;
}

export function createSyntheticInput({ top, dispatch, gesture, now }: SyntheticInputOptions): SyntheticInput {
  const startedAt = now();
  const find = (target: string | NodeRef): { page: Page; node: NodeRef } => {
    const page = top();
    const [node] = typeof target === 'string' ? (page?.tree.find(target) ?? []) : [target];
    if (page && node) return { page, node };
    throw new TerrariumError('BAD_ARGUMENT', `No node of ${page?.route ?? 'the program'} matches "${target}".`);
  };
  const raise = (page: Page, node: NodeRef, event: Pick<PaintedEvent, 'type' | 'detail' | 'bubbles'> & Touches) =>
    dispatch(page, {
      ...event,
      block: node.block,
      node: node.node,
      timeStamp: now() - startedAt,
      offsets: offsetsOf(page, node, event.type),
    });
  return {
    tap(target) {
      const { page, node } = find(target);
      gesture();
      const at = centreOf(page, node);
      const detail = { x: at.clientX, y: at.clientY };
      raise(page, node, { type: 'touchstart', bubbles: true, detail: {}, touches: [at], changedTouches: [at] });
      raise(page, node, { type: 'touchend', bubbles: true, detail: {}, touches: [], changedTouches: [at] });
      raise(page, node, { type: 'tap', bubbles: true, detail, touches: [], changedTouches: [at] });
      const link = page.tree.pathOf(node.block, node.node).find((one) => page.tree.tag(one) === 'navigator');
      if (link) raise(page, link, { type: 'navigate', bubbles: false, detail: navigation(page, link) });
    },
    input(selector, value) {
      const { page, node } = find(selector);
      gesture();
      raise(page, node, { type: 'input', bubbles: false, detail: { value, cursor: value.length } });
    },
    emit(selector, type, detail) {
      const { page, node } = find(selector);
      raise(page, node, { type, bubbles: false, detail });
    },
  };
}

type Touches = Pick<PaintedEvent, 'touches' | 'changedTouches'>;

function centreOf(page: Page, node: NodeRef): Touch {
  const rect = page.surface.rect(node);
  const clientX = rect ? rect.left + rect.width / 2 : 0;
  const clientY = rect ? rect.top + rect.height / 2 : 0;
  return { identifier: 0, clientX, clientY, pageX: clientX, pageY: clientY + page.surface.scroll.scrollTop };
}

function offsetsOf(page: Page, node: NodeRef, type: string): PaintedEvent['offsets'] {
  return page.tree
    .pathOf(node.block, node.node)
    .filter((one) => page.tree.listens(one, type))
    .map(({ block, node: number }) => {
      const rect = page.surface.rect({ block, node: number });
      return { block, node: number, left: rect?.left ?? 0, top: rect?.top ?? 0 };
    });
}

function navigation(page: Page, link: NodeRef): Json {
  const read = (name: string) => page.tree.attribute(link, name) ?? null;
  return { url: read('url'), openType: read('open-type'), delta: Number(read('delta') ?? 1), target: read('target') };
}
