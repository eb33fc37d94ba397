import type { SkeletonNode } from '../../../protocol/index.ts';
import { outsideRow, type Path, staticPath, staticPaths } from '../expression/paths.ts';
import { isBlank, type WxmlElement, type WxmlNode, type WxmlText } from '../wxml/wxml-node.ts';
import { addAnchor } from './anchor.ts';
import { Code } from './block-draft.ts';
import { chainFrom } from './chain.ts';
import { conditionOf, isFurtherBranch, type Repeat, repeatOf } from './directives.ts';
import { lowerContent } from './lower-content.ts';
import { lowerElement } from './lower-element.ts';
import { codeOf, lowerAttribute, lowerText, parseWritten } from './lower-value.ts';
import type { Lowering, Spot } from './lowering.ts';
import { slotRuns } from './slot-contents.ts';
import { isDeclaration } from './structure.ts';

/** Lowers siblings in order: texts, `wx:for`, chains of `wx:if`, then the elements themselves. */
export function lowerSiblings(nodes: readonly WxmlNode[], spot: Spot, lowering: Lowering): SkeletonNode[] {
  if (spot.content !== 'carrier') return lowerInOrder(nodes, spot, lowering);
  return slotRuns(nodes, spot.scope).flatMap((run) => {
    if (run.kind === 'carrier') return lowerInOrder(run.nodes, spot, lowering);
    return [lowerContent(run.name, (inner) => lowerInOrder(run.nodes, inner, lowering), spot, lowering)];
  });
}

function lowerInOrder(nodes: readonly WxmlNode[], spot: Spot, lowering: Lowering): SkeletonNode[] {
  const lowered: SkeletonNode[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) continue;
    if (node.kind === 'text') {
      if (keepsText(node, nodes.length, spot)) lowered.push(lowerTextNode(node, spot, lowering));
      continue;
    }
    if (isDeclaration(node)) continue;
    const condition = conditionOf(node);
    const repeat = repeatOf(node, lowering.diagnostics);
    // With wx:for on the same element the loop is outside and the test inside: no chain begins here.
    if (condition?.kind === 'if' && repeat === undefined) {
      const { branches, last } = chainFrom(nodes, at);
      lowered.push(lowerChain(branches, spot, lowering, lowerBranch));
      at = last;
      continue;
    }
    if (condition !== undefined && condition.kind !== 'if') {
      const message = `"${condition.attribute.name}" follows no wx:if; the element is always shown.`;
      lowering.diagnostics.warn('DIRECTIVE', condition.attribute, message);
    }
    if (repeat === undefined) lowered.push(...lowerElement(node, spot, lowering));
    else lowered.push(lowerRepeat(node, repeat, spot, lowering));
  }
  return lowered;
}

function keepsText(node: WxmlText, siblings: number, { inText }: Spot): boolean {
  if (!isBlank(node)) return true;
  return inText && (siblings === 1 || !node.text.includes('\n'));
}

function lowerTextNode(node: WxmlText, spot: Spot, { diagnostics }: Lowering): SkeletonNode {
  spot.draft.node(spot.parent);
  const parts = parseWritten(node, diagnostics) ?? [];
  // In <text> a written "\n" is a line break, as in the scripts that set such texts.
  const shown = parts.map((part) =>
    part.kind === 'text' && spot.inText ? { ...part, text: part.text.replaceAll('\\n', '\n') } : part,
  );
  const value = lowerText(shown, spot.scope);
  if (value.kind === 'static') return { kind: 'text', text: String(value.value) };
  return { kind: 'text', hole: spot.draft.hole(value.code, value.reads).at };
}

type LowerBranch = typeof lowerElement;

function lowerChain(
  elements: readonly WxmlElement[],
  spot: Spot,
  lowering: Lowering,
  lower: LowerBranch,
): SkeletonNode {
  const reads: (readonly Path[])[] = [];
  const branches = elements.map((element) => {
    const condition = conditionOf(element);
    const nested = lowering.nested(spot, spot.scope, (inner) => lower(element, inner, lowering));
    reads.push(nested.reads);
    if (condition === undefined || condition.kind === 'else') return { block: nested.block };
    const { attribute } = condition;
    const test = lowerAttribute(attribute, '', 'typed', spot.scope, lowering.diagnostics);
    if (test.kind === 'static' && !attribute.value?.includes('{{')) {
      const holds = test.value === '' ? 'never holds' : 'always holds';
      lowering.diagnostics.warn('DIRECTIVE', attribute, `"${attribute.name}" without {{ }} is text and ${holds}.`);
    }
    if (test.kind === 'dynamic') reads.push(test.reads);
    return { test: Code.expression(codeOf(test)), block: nested.block };
  });
  return addAnchor(spot, { kind: 'if', branches }, reads.flat());
}

/** A later branch may hold a `wx:for`: the loop is then inside the branch. */
function lowerBranch(element: WxmlElement, spot: Spot, lowering: Lowering): SkeletonNode[] {
  const repeat = isFurtherBranch(element) ? repeatOf(element, lowering.diagnostics) : undefined;
  return repeat === undefined ? lowerElement(element, spot, lowering) : [lowerRepeat(element, repeat, spot, lowering)];
}

function lowerRepeat(element: WxmlElement, repeat: Repeat, spot: Spot, lowering: Lowering): SkeletonNode {
  const list = lowerAttribute(repeat.list, '', 'typed', spot.scope, lowering.diagnostics);
  const tested = conditionOf(element)?.kind === 'if';
  const nested = lowering.nested(spot, spot.scope.row(repeat.item, repeat.index), (inner) =>
    tested ? [lowerChain([element], inner, lowering, lowerElement)] : lowerElement(element, inner, lowering),
  );
  const outside = nested.reads.map(outsideRow).filter((path) => path !== undefined);
  const own = list.kind === 'dynamic' ? list.reads : [];
  const path = list.kind === 'dynamic' ? staticPath(list.path) : undefined;
  const reads = path === undefined ? staticPaths(own) : undefined;
  const code = Code.expression(codeOf(list));
  const { key } = repeat;
  return addAnchor(spot, { kind: 'for', list: code, path, reads, key, block: nested.block }, [...own, ...outside]);
}
