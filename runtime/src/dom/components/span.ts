import type { BuiltIn } from './component.ts';

/** Inline text and pictures together; draws nothing of its own. */
export const span: BuiltIn = { tag: 'span', style: 'wx-span{display:inline}' };
