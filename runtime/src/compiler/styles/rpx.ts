import { tokenize, tokenTypes } from 'css-tree';

/**
 * Replaces every `rpx` length by its meaning, `calc(N * 100vw / 750)`. Works on any piece of CSS: a sheet, a
 * value, the text of an inline `style`. Strings, addresses and comments stay as they are.
 */
export function rpxToCss(text: string): string {
  if (!/rpx/i.test(text)) return text;
  const pieces: string[] = [];
  tokenize(text, (type: number, start: number, end: number) => {
    const token = text.slice(start, end);
    const length = type === tokenTypes.Dimension ? /^(.+?)rpx$/i.exec(token)?.[1] : undefined;
    pieces.push(length === undefined ? token : `calc(${length} * 100vw / 750)`);
  });
  return pieces.join('');
}
