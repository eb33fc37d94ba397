import type { NodeQuery } from '../../capabilities/index.ts';
import type { Json } from '../../protocol/json.ts';
import type { NodeRef } from '../../view/index.ts';
import type { Canvases } from '../canvases.ts';
import type { Navigator } from '../navigator.ts';
import type { Page } from '../page.ts';
import { belongsTo } from './belongs-to.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

/** What `createSelectorQuery().exec()` asks: positions, sizes and attributes of drawn nodes. */
export function queryNodesCalls(navigator: Navigator, canvases: Canvases): Pick<PlayerHandlers, 'queryNodes'> {
  return {
    async queryNodes({ page: id, block, queries }) {
      const page = navigator.find(id);
      await page?.drawn();
      if (!page || navigator.find(id) !== page) return failed('fail the page is closed');
      return done({ results: queries.map((query) => answer(page, block ?? undefined, query, canvases)) });
    },
  };
}

function answer(
  page: Page,
  root: number | undefined,
  { selector, single, ...asked }: NodeQuery,
  canvases: Canvases,
): Json {
  if (selector === null) return viewport(page, asked.fields);
  const nodes = page.tree
    .find(selector)
    .filter((node) => root === undefined || belongsTo(page.tree, node, root, selector.includes('>>>')));
  if (!single) return nodes.map((node) => describe(page, node, asked, canvases));
  const [first] = nodes;
  return first ? describe(page, first, asked, canvases) : null;
}

function viewport(page: Page, fields: NodeQuery['fields']): Json {
  const { scrollTop, scrollHeight, clientHeight: height } = page.surface.scroll;
  const { width } = page.surface;
  return {
    ...(fields.includes('id') && { id: '' }),
    ...(fields.includes('rect') && { left: 0, top: 0, right: width, bottom: height }),
    ...(fields.includes('size') && { width, height }),
    ...(fields.includes('scrollOffset') && { scrollLeft: 0, scrollTop, scrollWidth: width, scrollHeight }),
  };
}

function describe(page: Page, node: NodeRef, asked: Omit<NodeQuery, 'selector' | 'single'>, canvases: Canvases): Json {
  const { fields, properties, computedStyle } = asked;
  const { tree, surface } = page;
  const { left, top, right, bottom, width, height } = surface.rect(node) ?? nowhere;
  return {
    ...surface.computedStyle(node, computedStyle),
    ...Object.fromEntries(properties.map((name) => [name, propertyOf(page, node, name)])),
    ...(fields.includes('id') && { id: tree.attribute(node, 'id') ?? '' }),
    ...(fields.includes('at') && { at: [node.block, node.node] }),
    // Beside the tag, for a context object to find its component again.
    ...(fields.includes('tag') && { tag: tree.tag(node) ?? '', contextId: tree.attribute(node, 'id') ?? '' }),
    ...(fields.includes('surface') && { surface: canvases.surfaceOf(page, node)?.surface ?? null }),
    ...(fields.includes('rect') && { left, top, right, bottom }),
    ...(fields.includes('size') && { width, height }),
    ...(fields.includes('scrollOffset') && (surface.scrollOffset(node) ?? still)),
  };
}

/** A form control has its present value, whatever it was given; names are those of attributes in either spelling. */
function propertyOf({ tree, surface }: Page, node: NodeRef, name: string): Json {
  const present = name === 'value' || name === 'checked' ? surface.value(node) : undefined;
  if (present !== undefined) return present;
  const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return tree.attribute(node, name) ?? tree.attribute(node, dashed) ?? null;
}

const still = { scrollLeft: 0, scrollTop: 0, scrollWidth: 0, scrollHeight: 0 };
const nowhere = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
