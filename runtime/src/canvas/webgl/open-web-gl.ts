import { webGlAttributes, webGlLimits } from '../../protocol/webgl.ts';
import type { Sources } from '../surface.ts';
import { WebGl } from './web-gl.ts';

/**
 * A context of that version on a canvas that has none yet, with attributes of `webGlAttributes` by name. Undefined, with
 * a word to the author, where the machine or the limits give none.
 */
export function openWebGl(
  canvas: OffscreenCanvas,
  version: 1 | 2,
  attributes: ReadonlyMap<string, boolean>,
  sources: Sources,
): WebGl | undefined {
  const kind = version === 2 ? 'webgl2' : 'webgl';
  const none = (why: string): undefined => {
    sources.warn(`getContext('${kind}') gives null: ${why}`);
  };
  if (sources.webGl.contexts >= webGlLimits.contexts) {
    return none(`a program may have ${webGlLimits.contexts} WebGL contexts`);
  }
  const settings = Object.fromEntries(
    webGlAttributes.flatMap((name) => {
      const wanted = attributes.get(name);
      return wanted === undefined ? [] : [[name, wanted]];
    }),
  );
  const context = version === 2 ? canvas.getContext('webgl2', settings) : canvas.getContext('webgl', settings);
  if (context === null) return none(`this machine has no WebGL${version === 2 ? ' 2' : ''}, or gives no more of it`);
  const webGl = new WebGl(context, version, sources);
  canvas.addEventListener('webglcontextlost', (event) => {
    // Or it could never be given back.
    event.preventDefault();
    if (!webGl.disposed)
      sources.warn(
        'a WebGL context is lost: nothing is drawn by it until the browser gives it back (it keeps only a few at work)',
      );
  });
  return webGl;
}
