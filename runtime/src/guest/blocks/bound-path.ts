import type { StaticPath } from '../../protocol/templates.ts';
import type { DataPath } from '../data/path.ts';
import { ForAnchor } from './anchor-for.ts';
import { TemplateAnchor } from './anchor-template.ts';
import type { Block } from './types.ts';

/**
 * The place in the owner's data that a static path in this block means: a path into a row leads over the list
 * the row comes from, one inside a `<template is>` over what that hands on. Undefined when either is computed.
 */
export function boundPath(block: Block, target: StaticPath): DataPath | undefined {
  if (target.row === undefined) {
    const call = templateAround(block);
    if (call === undefined) return target.members;
    const given = call.source(target.members);
    return given === undefined ? undefined : boundPath(call.block, given);
  }
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

/** The `<template is>` in whose data a block is evaluated. */
function templateAround(block: Block): TemplateAnchor | undefined {
  const owner = block.environment.owner;
  for (let at: Block | undefined = block; at?.environment.owner === owner; at = at.holder.block) {
    if (at.holder instanceof TemplateAnchor) return at.holder;
  }
  return undefined;
}
