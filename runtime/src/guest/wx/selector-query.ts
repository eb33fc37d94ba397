import type { Json } from '../../protocol/json.ts';
import { isArray, isFunction, isObject, microtask } from '../intrinsics.ts';
import type { ViewRoot, WxLink } from '../wx-link.ts';
import { withObjects } from './inert-nodes.ts';
import type { Callback } from './method.ts';

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
  /** Objects the guest adds to the player's answer. */
  readonly objects: { readonly node: boolean; readonly context: boolean };
  readonly callback: unknown;
}

const rectFields = ['id', 'dataset', 'rect', 'size'];
const scrollFields = ['id', 'dataset', 'scrollOffset'];
const knownFields = ['id', 'dataset', 'rect', 'size', 'scrollOffset'];
const noObjects: Question['objects'] = { node: false, context: false };

/** What is asked for by name: attributes, and CSS properties. */
type Named = { readonly properties: readonly string[]; readonly computedStyle?: readonly string[] };
const plain: Named = { properties: [] };

export function createSelectorQuery(link: WxLink): SelectorQuery {
  const questions: Question[] = [];
  let component: unknown;

  const nodes = ({ selector, single }: Target): NodesRef => {
    const ask = (fields: readonly string[], callback: unknown, more: Named = plain, objects = noObjects) => {
      const all = objects === noObjects ? fields : [...fields, 'tag'];
      questions.push({ asked: { selector, single, fields: all, ...more }, objects, callback });
      return query;
    };
    return {
      boundingClientRect: (callback) => ask(rectFields, callback),
      scrollOffset: (callback) => ask(scrollFields, callback),
      fields(fields, callback) {
        const wanted = isObject(fields) ? fields : {};
        const properties = isArray(wanted.properties) ? wanted.properties.map(String) : [];
        const styles = isArray(wanted.computedStyle) ? wanted.computedStyle.map(String) : [];
        const named = styles.length === 0 ? { properties } : { properties, computedStyle: styles };
        const known = knownFields.filter((name) => Boolean(wanted[name]));
        const objects = { node: Boolean(wanted.node), context: Boolean(wanted.context) };
        return ask(known, callback, named, objects.node || objects.context ? objects : noObjects);
      },
      context: (callback) => ask([], callback, plain, { node: false, context: true }),
      node: (callback) => ask([], callback, plain, { node: true, context: false }),
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
        // Observers run before a component's first block is made, and ask about it already.
        microtask(() => {
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
    answered(asking.map(({ objects }, at) => completed(link, results[at] ?? null, objects)));
  });
}

function completed(link: WxLink, answer: unknown, objects: Question['objects']): unknown {
  if (objects === noObjects) return answer;
  return isArray(answer) ? answer.map((one) => withObjects(link, one, objects)) : withObjects(link, answer, objects);
}

/** Members of `wx` that make one. */
export const selectorQueryMember =
  (link: WxLink): Callback =>
  () =>
    createSelectorQuery(link);
