import type { ExtensionRoom } from '../sandbox/extension.ts';

/** Without frames of a browser: as often as most screens. */
const frameMs = 16;

/** Tells the guest of the next frame when it has asked, once however often: it keeps the callbacks. */
export function createFrameClock(room: ExtensionRoom): { ask(): void } {
  let asked = false;
  const tell = (time: number) => {
    asked = false;
    room.deliver([{ kind: 'notify', name: 'canvasFrame', data: { time } }]);
  };
  return {
    ask() {
      if (asked) return;
      asked = true;
      // In a worker frames stop while nobody sees the window, as programs expect.
      if (typeof requestAnimationFrame === 'function') requestAnimationFrame(tell);
      else room.setTimer(() => tell(performance.now()), frameMs);
    },
  };
}
