/**
 * The look of built-in components as CSS variables. Values follow docs/look.md; the names are short and ours
 * (`--tr-`), because the page belongs to the program and its own variables live beside them.
 */
export const tokens: Readonly<Record<string, string>> = {
  ink: '#1c211e',
  quiet: '#66706a',
  faint: '#b4bbb6',
  placeholder: '#8a938d',
  surface: '#fff',
  line: '#e3e6e1',
  hairline: 'rgba(28,33,30,.18)',
  'control-line': '#cdd2cc',
  control: '#f3f5f1',
  'control-pressed': '#e3e6e1',
  'disabled-ink': 'rgba(28,33,30,.35)',
  'disabled-line': 'rgba(28,33,30,.2)',
  accent: '#2f7d5b',
  'accent-pressed': '#266a4c',
  'accent-weak': '#9cc4b1',
  danger: '#c2413b',
  'danger-pressed': '#a63530',
  'danger-weak': '#dfa3a0',
  info: '#3a76a8',
};

export const tokenSheet = `:root{${Object.entries(tokens)
  .map(([name, value]) => `--tr-${name}:${value}`)
  .join(';')}}`;
