import { components } from '../components/index.ts';
import { standInStyle } from '../components/stand-in.ts';
import { renewedSheet } from './renewed-sheet.ts';
import { tokenSheet } from './tokens.ts';

const fonts =
  '-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue","PingFang SC","Hiragino Sans GB",' +
  '"Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",Arial,sans-serif';

/**
 * What a page looks like before its program styles it. Light, since programs of this format expect it, unless the
 * page was told that its program follows the theme.
 */
const page =
  ':root{color-scheme:light;-webkit-text-size-adjust:100%;text-size-adjust:100%}' +
  `html,body{margin:0;padding:0;height:100%;font-family:${fonts};font-size:16px;color:CanvasText}` +
  // A scrollbar that took width would make 750rpx narrower than the page.
  'html{scrollbar-width:none;overscroll-behavior:none;background-color:var(--page-background)}' +
  'body{-webkit-user-select:none;user-select:none;-webkit-tap-highlight-color:transparent;' +
  '-webkit-touch-callout:none;overflow-wrap:break-word}' +
  'wx-page{display:block;min-height:100%;position:relative}' +
  'wx-refresh{display:flex;align-items:center;justify-content:center;gap:6px;height:0;overflow:hidden;' +
  'background-color:var(--window-background,transparent)}' +
  'wx-refresh-dot{width:6px;height:6px;border-radius:3px;background-color:var(--tr-faint);' +
  'animation:tr-breathe 1s ease-in-out infinite alternate}' +
  'wx-refresh-dot:nth-child(2){animation-delay:.3s}wx-refresh-dot:nth-child(3){animation-delay:.6s}' +
  ':root[data-refresh-style=light] wx-refresh-dot{background-color:#fff}' +
  '@keyframes tr-breathe{from{opacity:.3}}' +
  '[hidden]{display:none}' +
  ':focus{outline:0}:focus-visible{outline:2px solid var(--tr-accent);outline-offset:2px}' +
  'input:focus-visible,textarea:focus-visible{outline:0}' +
  '@keyframes tr-turn{to{transform:rotate(360deg)}}' +
  '@media (prefers-reduced-motion:reduce){wx-button[loading]::before{animation-duration:4s}' +
  'wx-track,wx-track::after,wx-dot,wx-image[fade-in]>img{transition:none!important}}';

/** The base sheet of every page frame. Program sheets follow it, so they win at equal weight. */
export const baseSheet = [
  tokenSheet,
  page,
  standInStyle,
  ...[...components.values()].map(({ style }) => style ?? ''),
  renewedSheet,
].join('\n');
