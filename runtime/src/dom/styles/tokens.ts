/**
 * The look of built-in components as CSS variables. Values follow docs/look.md; the names are short and ours
 * (`--tr-`), because the page belongs to the program and its own variables live beside them. Each has a light and a
 * dark value; the page's `color-scheme` chooses, which is light unless the program follows the theme.
 */
export const tokens: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  ink: ['#1c211e', '#e8ece9'],
  quiet: ['#66706a', '#9aa59e'],
  faint: ['#b4bbb6', '#59625c'],
  placeholder: ['#6c756f', '#8b958f'],
  surface: ['#fff', '#1b1f1c'],
  raised: ['#fff', '#232825'],
  line: ['#e3e6e1', '#2c322e'],
  track: ['#dadfd9', '#3f4741'],
  hairline: ['rgba(28,33,30,.18)', 'rgba(232,236,233,.16)'],
  'control-line': ['#cdd2cc', '#4a524c'],
  control: ['#f3f5f1', '#2c322e'],
  'control-pressed': ['#e3e6e1', '#383f3a'],
  'disabled-ink': ['rgba(28,33,30,.35)', 'rgba(232,236,233,.35)'],
  'disabled-line': ['rgba(28,33,30,.2)', 'rgba(232,236,233,.2)'],
  mask: ['rgba(255,255,255,.95)', 'rgba(27,31,28,.95)'],
  'mask-weak': ['rgba(255,255,255,.6)', 'rgba(27,31,28,.6)'],
  accent: ['#2f7d5b', '#63b58d'],
  'accent-pressed': ['#266a4c', '#4f9f79'],
  'accent-weak': ['#9cc4b1', '#3a6650'],
  'on-accent': ['#fff', '#0f1a14'],
  'on-weak': ['rgba(255,255,255,.8)', 'rgba(255,255,255,.45)'],
  danger: ['#c2413b', '#e8807b'],
  'danger-pressed': ['#a63530', '#d06a65'],
  'danger-weak': ['#dfa3a0', '#7d4a47'],
  info: ['#3a76a8', '#79aedb'],
  dot: ['rgba(0,0,0,.3)', 'rgba(255,255,255,.3)'],
  'dot-on': ['#000', '#fff'],
};

export const tokenSheet = `:root{${Object.entries(tokens)
  .map(([name, [light, dark]]) => `--tr-${name}:light-dark(${light},${dark})`)
  .join(';')}}`;
