import { isObject } from '../intrinsics.ts';
import { Canvas, sideOf } from './canvas.ts';
import { canvasFiles, type FindCanvas } from './canvas-files.ts';
import { commandOf, createCommands } from './commands.ts';
import { createFrameRequests } from './frame-requests.ts';
import { OldContext, oldestMembers } from './old-context.ts';
import { createOpenWebGl } from './open-web-gl.ts';
import { createPictures } from './pictures.ts';
import type { CreateCanvasLibrary } from './types.ts';

export const createCanvasLibrary: CreateCanvasLibrary = ({ link, draw }) => {
  const commands = createCommands(draw);
  const pictures = createPictures(link, commands);
  const frames = createFrameRequests(link, commands);
  const parts = { link, commands, pictures, frames, openWebGl: createOpenWebGl(link, commands) };
  /** Canvases of pages by surface; an object must be the same each time it is asked for. */
  const nodes = new Map<number, Canvas>();
  let lastOffscreen = 0;
  const gone = new FinalizationRegistry<number>((surface) => commands.on(0).push(commandOf('drop'), surface));

  const find: FindCanvas = (id, component, done) => {
    const ask = (retry: boolean): void => {
      const root = link.viewRoot(component);
      if (root === undefined) {
        // The component is only being made.
        if (retry) link.nextTick(() => ask(false));
        else done(undefined);
        return;
      }
      link.call('attachCanvas', { page: root.page, block: root.block, canvas: id }, (outcome) => {
        const result: unknown = outcome.ok ? outcome.result : undefined;
        if (!isObject(result)) {
          link.warn('CANVAS', `There is no canvas with the canvas-id "${id.slice(0, 64)}": nothing is drawn.`);
          done(undefined);
          return;
        }
        const { surface, width, height, ratio } = result;
        done({ surface: Number(surface), width: Number(width), height: Number(height), ratio: Number(ratio) });
      });
    };
    ask(true);
  };
  const oldContext = (attach: (done: (surface: number | undefined) => void) => void): OldContext =>
    new OldContext({ commands, pictures, attach, guard: link.guard });

  const createOffscreenCanvas = (first?: unknown, second?: unknown): Canvas | null => {
    const options = isObject(first) ? first : { width: first, height: second };
    lastOffscreen -= 1;
    const width = sideOf(options.width ?? 300);
    const height = sideOf(options.height ?? 150);
    commands.on(0).push(commandOf('offscreen'), lastOffscreen, width, height);
    const canvas = new Canvas(parts, lastOffscreen, width, height);
    gone.register(canvas, lastOffscreen);
    return canvas;
  };

  return {
    node(surface) {
      const known = nodes.get(surface) ?? new Canvas(parts, surface);
      nodes.set(surface, known);
      return known;
    },
    contextOf: (surface) => oldContext((done) => done(surface)),
    members: {
      createCanvasContext: (id, component) =>
        oldContext((done) => find(String(id), component, (found) => done(found?.surface))),
      createOffscreenCanvas,
      ...canvasFiles(link, commands, find),
      ...oldestMembers(link, find, { commands, pictures, guard: link.guard }),
    },
    flush() {
      try {
        commands.flush();
      } catch {
        // What the door refuses it has told the author; the turn goes on to its end.
      }
    },
  };
};
