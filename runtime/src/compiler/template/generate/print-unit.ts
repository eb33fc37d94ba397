import type { BlockDraft } from '../blocks/block-draft.ts';
import { runtimeFunctions } from '../expression/translate.ts';
import { propertyKey, stringLiteral } from './literals.ts';
import { print } from './print.ts';
import { printBlock } from './print-block.ts';

/** A compiled file, ready to be printed. */
export interface UnitDraft {
  readonly file: string;
  readonly blocks: readonly BlockDraft[];
  /** Template name → block. */
  readonly templates: ReadonlyMap<string, number>;
  readonly imports: readonly string[];
  /** WXS module name → the name `defineWxs` knows it by. */
  readonly modules: ReadonlyMap<string, string>;
}

/**
 * Prints `defineTemplate(…)` for the logic file, once; the returned function puts the number of the first
 * skeleton in. One block a line: a stack trace then names the block.
 */
export function printUnit(unit: UnitDraft): (firstSkeleton: number) => string {
  const blocks = unit.blocks.map(printBlock).join(',\n');
  const functions = Object.entries(runtimeFunctions)
    .filter(([name]) => blocks.includes(`${name}(`))
    .map(([, text]) => text);
  const modules = [...unit.modules].map(([name, path]) => `${propertyKey(name)}:w(${stringLiteral(path)})`);
  const head = `file:${stringLiteral(unit.file)}`;
  const tail = [
    `templates:${print(unit.templates)}`,
    `imports:${print(unit.imports)}`,
    `modules:(w)=>({${modules.join(',')}})`,
  ].join(',');
  return (first) =>
    `defineTemplate((()=>{${functions.join('')}return{${head},firstSkeleton:${first},blocks:[\n${blocks}\n],${tail}}})());\n`;
}
