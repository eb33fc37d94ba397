import type { SkeletonNode } from '../../../protocol/index.ts';
import type { Path } from '../expression/paths.ts';
import type { Scope } from '../expression/scope.ts';
import type { Diagnostics } from '../wxml/diagnostics.ts';
import type { WxmlElement, WxmlNode } from '../wxml/wxml-node.ts';
import type { BlockDraft } from './block-draft.ts';

/** Where in a block the next nodes go. */
export interface Spot {
  readonly draft: BlockDraft;
  readonly scope: Scope;
  /** Node number of the parent, -1 for a root of the block. */
  readonly parent: number;
  /**
   * Directly in what a component is given: in a run that goes to one slot, or in a carrier, whose parts go to
   * different ones. Undefined below an element.
   */
  readonly content: 'run' | 'carrier' | undefined;
  /** Inside `<text>`, where white space and `\n` count. */
  readonly inText: boolean;
  /** Elements around it, over all blocks and included files. */
  readonly depth: number;
  /** The file being compiled and the files included on the way here. */
  readonly files: readonly string[];
}

/** A block made for an anchor or a component's slot. */
export interface Nested {
  readonly block: number;
  /** What it and everything in it reads, as seen from its own environment. */
  readonly reads: readonly Path[];
}

/** What the parts of lowering share: each lowers its own kind of node and hands the rest back. */
export interface Lowering {
  readonly diagnostics: Diagnostics;
  /** Lowers siblings in order; returns their skeleton nodes. */
  siblings(nodes: readonly WxmlNode[], spot: Spot): SkeletonNode[];
  /** Makes a block of what `fill` lowers into the given spot; `content` for one that is drawn in a slot. */
  nested(from: Spot, scope: Scope, fill: (spot: Spot) => SkeletonNode[], content?: 'content'): Nested;
  /** True for built-in components that no custom one shadows. */
  isBuiltIn(tag: string): boolean;
  /** True when a `data-*` attribute is drawn because a style sheet selects by it. */
  isSelected(attribute: string): boolean;
  /** True when WXS functions of the file may select elements by class. */
  readonly selectsElements: boolean;
  /** Notes that the tag is used, and warns when it is not drawn or not known. */
  noteTag(element: WxmlElement): void;
  /** Lowers the file that an `<include>` names. */
  include(element: WxmlElement, spot: Spot): SkeletonNode[];
}
