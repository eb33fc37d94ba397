import type { NodeQuery } from '../../capabilities/index.ts';
import type { Json } from '../../protocol/json.ts';
import type { NodeRef } from '../../view/index.ts';
import type { Navigator } from '../navigator.ts';
import type { Page } from '../page.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

/** What `createSelectorQuery().exec()` asks: positions, sizes and attributes of drawn nodes. */
export function queryNodesCalls(navigator: Navigator): Pick<PlayerHandlers, 'queryNodes'> {
  return {
    queryNodes({ page: id, queries }) {
      const page = navigator.find(id);
      return page ? done({ results: queries.map((query) => answer(page, query)) }) : failed('fail the page is closed');
    },
  };
}

function answer(page: Page, query: NodeQuery): Json {
  if (query.kind === 'viewport') return viewport(page, query.fields);
  const { block: root, fields } = query;
  const nodes = page.tree.find(query.selector).filter((node) => root === undefined || isInside(page, node, root));
  if (query.kind === 'all') return nodes.map((node) => describe(page, node, fields));
  const [first] = nodes;
  return first ? describe(page, first, fields) : null;
}

/** Whether a node lies in block `root` or below it. */
function isInside(page: Page, node: NodeRef, root: number): boolean {
  for (let block = page.tree.block(node.block); block; block = block.parent) if (block.id === root) return true;
  return false;
}

function viewport(page: Page, fields: NodeQuery['fields']): Json {
  const { scrollTop, scrollHeight, clientHeight } = page.surface.scroll;
  return {
    ...(fields.id && { id: '' }),
    ...(fields.dataset && { dataset: {} }),
    ...(fields.rect && { left: 0, top: 0, right: page.surface.width, bottom: clientHeight }),
    ...(fields.size && { width: page.surface.width, height: clientHeight }),
    ...(fields.scrollOffset && { scrollLeft: 0, scrollTop, scrollWidth: page.surface.width, scrollHeight }),
  };
}

function describe(page: Page, node: NodeRef, fields: NodeQuery['fields']): Json {
  const { tree, surface } = page;
  const { left, top, right, bottom, width, height } = surface.rect(node) ?? nowhere;
  const properties = fields.properties.map((name) => [name, tree.attribute(node, name) ?? null] as const);
  return {
    ...Object.fromEntries(properties),
    ...(fields.id && { id: tree.attribute(node, 'id') ?? '' }),
    ...(fields.rect && { left, top, right, bottom }),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && (surface.scrollOffset(node) ?? { scrollLeft: 0, scrollTop: 0 })),
  };
}

const nowhere = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
