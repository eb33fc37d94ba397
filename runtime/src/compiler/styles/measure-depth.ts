import { tokenize, tokenTypes } from 'css-tree';

const opening = new Set([
  tokenTypes.LeftCurlyBracket,
  tokenTypes.LeftParenthesis,
  tokenTypes.LeftSquareBracket,
  tokenTypes.Function,
]);
const closing = new Set([tokenTypes.RightCurlyBracket, tokenTypes.RightParenthesis, tokenTypes.RightSquareBracket]);

/**
 * How deep brackets nest, and where that depth is first reached. The tokenizer is a loop, so it can judge
 * text on which the recursive parser behind it would run out of stack.
 */
export function measureDepth(text: string): { depth: number; offset: number } {
  let open = 0;
  let deepest = { depth: 0, offset: 0 };
  tokenize(text, (type: number, start: number) => {
    if (closing.has(type)) open = Math.max(0, open - 1);
    if (!opening.has(type)) return;
    open += 1;
    if (open > deepest.depth) deepest = { depth: open, offset: start };
  });
  return deepest;
}
