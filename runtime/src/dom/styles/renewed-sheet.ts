/**
 * The format's renewed default look, which `"style": "v2"` in app.json asks for: narrower buttons with quiet grounds.
 * Same weights as the first look, and behind it, so that a program's own rules meet either of them alike.
 */
const rules: readonly (readonly [selector: string, declarations: string])[] = [
  ['', 'padding:8px 24px;font-size:17px;font-weight:700;line-height:1.41176471;color:var(--tr-accent)'],
  ['::after', 'border-width:0'],
  // An attribute's weight, as in the format: a class alone does not make such a button wider.
  [':not([size=mini])', 'width:184px'],
  ['[size=mini]', 'padding:0 12px;font-size:16px;line-height:2'],
  ['[type=warn]', 'color:var(--tr-danger);background-color:var(--tr-control)'],
  ['[plain]', 'color:var(--tr-ink)'],
  ['[plain][type=warn]', 'background-color:transparent'],
  ['[disabled][type=warn]:not([plain])', 'color:var(--tr-disabled-ink);background-color:var(--tr-control)'],
  ['.button-hover[type=warn]', 'background-color:var(--tr-control-pressed)'],
];

export const renewedSheet = rules
  .map(([selector, declarations]) => `:where(:root[data-renewed]) wx-button${selector}{${declarations}}`)
  .join('');
