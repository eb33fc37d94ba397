import type { StaticPath } from '../../protocol/templates.ts';
import type { DataPath } from '../data/path.ts';
import { ForAnchor } from './anchor-for.ts';
import { TemplateAnchor } from './anchor-template.ts';
import type { Block } from './types.ts';

/**
 * The place in the owner's data that a static path in this block means: a path into a row leads over the list
 * the row comes from. Undefined when that list is computed, or when the block is inside a `<template is>`,
 * whose data is a copy.
 */
export function boundPath(block: Block, target: StaticPath): DataPath | undefined {
  if (insideTemplate(block)) return undefined;
  if (target.row === undefined) return target.members;
  let outwards = target.row;
  for (let at: Block | undefined = block; at !== undefined; at = at.holder.block) {
    const list = at.holder;
    if (!(list instanceof ForAnchor)) {
      // Content that takes values of its slot has a row for them, which is nobody's data.
      if (at.row === list.block?.row) continue;
      if (outwards === 0) return undefined;
      outwards -= 1;
      continue;
    }
    if (outwards > 0) {
      outwards -= 1;
      continue;
    }
    const index = at.row?.index;
    const base = list.info.path === undefined ? undefined : boundPath(list.block, list.info.path);
    return base === undefined || index === undefined ? undefined : [...base, index, ...target.members];
  }
  return undefined;
}

function insideTemplate(block: Block): boolean {
  const owner = block.environment.owner;
  for (let at: Block | undefined = block; at !== undefined; at = at.holder.block) {
    if (at.environment.owner !== owner) return false;
    if (at.holder instanceof TemplateAnchor) return true;
  }
  return false;
}
