import { webGlLimits } from '../../protocol/webgl.ts';

// Numbers below are those of the constants of the WebGL specification.
const [vendor, renderer, version, language] = [0x1f00, 0x1f01, 0x1f02, 0x8b8c];
/** MAX_TEXTURE_SIZE, MAX_CUBE_MAP_TEXTURE_SIZE, MAX_RENDERBUFFER_SIZE, MAX_VIEWPORT_DIMS */
const sides: readonly unknown[] = [0x0d33, 0x851c, 0x84e8, 0x0d3a];

/**
 * What `getParameter` tells a program: nothing by which a device is known again, no names and no sizes above ours.
 * `told` is what the browser answers.
 */
export function parameterOf(name: unknown, told: unknown, which: 1 | 2): unknown {
  const most = webGlLimits.side;
  if (name === vendor || name === renderer) return 'Terrarium';
  if (name === version) return `WebGL ${which}.0 (Terrarium)`;
  if (name === language) return `WebGL GLSL ES ${which === 1 ? '1.0' : '3.00'} (Terrarium)`;
  if (typeof told === 'string') return null;
  if (!sides.includes(name)) return told;
  if (told instanceof Int32Array) return told.map((side) => Math.min(side, most));
  return typeof told === 'number' ? Math.min(told, most) : told;
}
