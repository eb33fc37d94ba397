/**
 * WXML selectors as CSS: built-in tags are drawn as `wx-<tag>`, and classes inside a custom component carry the
 * component's prefix (`c3--name`). Attribute selectors, pseudo-classes and combinators pass unchanged.
 */
export function cssOf(selector: string): string {
  let css = '';
  let rest = selector;
  while (rest !== '') {
    const [part = ''] =
      /^(\[[^\]]*\]|:[\w-]+(?:\([^)]*\))?|#[\w-]+|\.[\w-]+|[a-zA-Z][\w-]*|[\s>+~,*]+|.)/.exec(rest) ?? [];
    css += translate(part);
    rest = rest.slice(part.length);
  }
  return css;
}

function translate(part: string): string {
  if (/^[a-zA-Z]/.test(part)) return part.startsWith('wx-') ? part : `wx-${part.toLowerCase()}`;
  if (!part.startsWith('.')) return part;
  const name = part.slice(1);
  return `:is(.${name}, [class$="--${name}"], [class*="--${name} "])`;
}
