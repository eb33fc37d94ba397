import type { Json } from '../../protocol/json.ts';
import { isArray, isFunction, isObject, microtask } from '../intrinsics.ts';
import type { ViewRoot, WxLink } from '../wx-link.ts';
import type { Callback } from './method.ts';
import { warnUnsupported } from './unsupported.ts';

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

/** What the player is asked; absent where it cannot know the answer. */
interface Question {
  readonly asked: Json | undefined;
  readonly callback: unknown;
}

const rectFields = ['id', 'dataset', 'rect', 'size'];
const scrollFields = ['id', 'dataset', 'scrollOffset'];
const knownFields = ['id', 'dataset', 'rect', 'size', 'scrollOffset'];

export function createSelectorQuery(link: WxLink): SelectorQuery {
  const questions: Question[] = [];
  let component: unknown;

  const nodes = ({ selector, single }: Target): NodesRef => {
    const ask = (fields: readonly string[], properties: readonly string[], callback: unknown) => {
      questions.push({ asked: { selector, single, fields, properties }, callback });
      return query;
    };
    const unknown = (what: string, callback: unknown) => {
      warnUnsupported(link, `NodesRef.${what}`, 'the answer is null');
      questions.push({ asked: undefined, callback });
      return query;
    };
    return {
      boundingClientRect: (callback) => ask(rectFields, [], callback),
      scrollOffset: (callback) => ask(scrollFields, [], callback),
      fields(fields, callback) {
        const wanted = isObject(fields) ? fields : {};
        if (wanted.node || wanted.context) return unknown(wanted.node ? 'node' : 'context', callback);
        if (isArray(wanted.computedStyle)) warnUnsupported(link, 'NodesRef.computedStyle', 'it is left out');
        const properties = isArray(wanted.properties) ? wanted.properties.map(String) : [];
        return ask(
          knownFields.filter((name) => Boolean(wanted[name])),
          properties,
          callback,
        );
      },
      context: (callback) => unknown('context', callback),
      node: (callback) => unknown('node', callback),
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
      const root = link.viewRoot(component);
      if (root === undefined) microtask(() => answered(asking.map(() => null)));
      else send(link, root, asking, answered);
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
  const queries = asking.flatMap(({ asked }) => (asked === undefined ? [] : [asked]));
  link.call('queryNodes', { page: root.page, block: root.block, queries }, (outcome) => {
    const result: unknown = outcome.ok && isObject(outcome.result) ? outcome.result.results : [];
    const results = isArray(result) ? result.slice() : [];
    answered(asking.map(({ asked }) => (asked === undefined ? null : (results.shift() ?? null))));
  });
}

/** Members of `wx` that make one. */
export const selectorQueryMember =
  (link: WxLink): Callback =>
  () =>
    createSelectorQuery(link);
