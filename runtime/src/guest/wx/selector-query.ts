import type { Json } from '../../protocol/json.ts';
import { isArray, isFunction, isObject } from '../intrinsics.ts';
import type { ViewRoot, WxLink } from '../wx-link.ts';
import type { Callback } from './method.ts';
import { withObjects } from './node-objects.ts';

/** `wx.createSelectorQuery()`: gathers questions and asks them all at once with `exec`. */
export interface SelectorQuery {
  /** Searches only within the component. */
  in(component: unknown): SelectorQuery;
  select(selector: string): NodesRef;
  selectAll(selector: string): NodesRef;
  selectViewport(): NodesRef;
  /** `callback` gets the answers in order of the questions. */
  exec(callback?: unknown): SelectorQuery;
}

export interface NodesRef {
  boundingClientRect(callback?: unknown): SelectorQuery;
  scrollOffset(callback?: unknown): SelectorQuery;
  fields(fields: unknown, callback?: unknown): SelectorQuery;
  context(callback?: unknown): SelectorQuery;
  node(callback?: unknown): SelectorQuery;
}

interface Target {
  readonly selector: string | null;
  readonly single: boolean;
}

interface Question {
  /** What the player is asked. */
  readonly asked: Json;
  /** What the guest adds to the player's answer. */
  readonly own: OwnFields;
  readonly callback: unknown;
}

/** Fields that never reach the player: it says which node it is, the guest what belongs to it. */
interface OwnFields {
  readonly dataset?: boolean;
  readonly mark?: boolean;
  readonly node?: boolean;
  readonly context?: boolean;
}

const rectFields = ['id', 'rect', 'size'];
const scrollFields = ['id', 'scrollOffset'];
const knownFields = ['id', 'rect', 'size', 'scrollOffset'];

/** What is asked for by name: attributes, and CSS properties. */
type Named = { readonly properties: readonly string[]; readonly computedStyle?: readonly string[] };
const plain: Named = { properties: [] };

export function createSelectorQuery(link: WxLink): SelectorQuery {
  const questions: Question[] = [];
  let component: unknown;

  const nodes = ({ selector, single }: Target): NodesRef => {
    const ask = (fields: readonly string[], callback: unknown, own: OwnFields, more: Named = plain) => {
      const all = [...fields];
      if (own.node || own.context) all.push('tag', 'surface');
      if (own.dataset || own.mark) all.push('at');
      questions.push({ asked: { selector, single, fields: all, ...more }, own, callback });
      return query;
    };
    return {
      boundingClientRect: (callback) => ask(rectFields, callback, { dataset: true }),
      scrollOffset: (callback) => ask(scrollFields, callback, { dataset: true }),
      fields(fields, callback) {
        const wanted = isObject(fields) ? fields : {};
        const properties = isArray(wanted.properties) ? wanted.properties.map(String) : [];
        const styles = isArray(wanted.computedStyle) ? wanted.computedStyle.map(String) : [];
        const named = styles.length === 0 ? { properties } : { properties, computedStyle: styles };
        const known = knownFields.filter((name) => Boolean(wanted[name]));
        const { dataset, mark, node, context } = wanted;
        const own = { dataset: Boolean(dataset), mark: Boolean(mark), node: Boolean(node), context: Boolean(context) };
        return ask(known, callback, own, named);
      },
      context: (callback) => ask([], callback, { context: true }),
      node: (callback) => ask([], callback, { node: true }),
    };
  };
  const query: SelectorQuery = {
    in(instance) {
      component = instance;
      return query;
    },
    select: (selector) => nodes({ selector: String(selector), single: true }),
    selectAll: (selector) => nodes({ selector: String(selector), single: false }),
    selectViewport: () => nodes({ selector: null, single: true }),
    exec(callback) {
      const asking = questions.slice();
      const answered = (answers: readonly unknown[]) => {
        asking.forEach((question, at) => {
          if (isFunction(question.callback)) link.guard('callback of SelectorQuery', question.callback, answers[at]);
        });
        if (isFunction(callback)) link.guard('callback of SelectorQuery.exec', callback, answers);
      };
      const ask = (root: ViewRoot) => send(link, root, asking, answered);
      const root = link.viewRoot(component);
      if (root !== undefined) ask(root);
      else {
        // Observers and relations run before a component's first block is made, and ask about it already.
        link.afterDrawing(() => {
          const drawn = link.viewRoot(component);
          if (drawn === undefined) answered(asking.map(() => null));
          else ask(drawn);
        });
      }
      return query;
    },
  };
  return query;
}

function send(
  link: WxLink,
  root: ViewRoot,
  asking: readonly Question[],
  answered: (answers: readonly unknown[]) => void,
): void {
  const queries = asking.map(({ asked }) => asked);
  link.call('queryNodes', { page: root.page, block: root.block, queries }, (outcome) => {
    const result: unknown = outcome.ok && isObject(outcome.result) ? outcome.result.results : [];
    const results = isArray(result) ? result : [];
    answered(asking.map(({ own }, at) => completed(link, root.page, results[at] ?? null, own)));
  });
}

function completed(link: WxLink, page: number, answer: unknown, own: OwnFields): unknown {
  if (isArray(answer)) return answer.map((one) => completed(link, page, one, own));
  if (!isObject(answer)) return answer;
  const { at, ...rest } = answer;
  const [block, node] = isArray(at) ? at : [];
  const known = own.dataset || own.mark ? link.nodeData(page, Number(block ?? 0), Number(node ?? 0)) : undefined;
  const told = {
    ...rest,
    ...(own.dataset && { dataset: known?.dataset }),
    ...(own.mark && { mark: known?.mark }),
  };
  return own.node || own.context ? withObjects(link, told, own) : told;
}

/** Members of `wx` that make one. */
export const selectorQueryMember =
  (link: WxLink): Callback =>
  () =>
    createSelectorQuery(link);
