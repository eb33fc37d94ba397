/** The look's two durations: in 240 ms, out 180 ms. */
const inMs = 240;
const outMs = 180;

/** Slides elements together; resolves when they have arrived. At once where people asked for less motion. */
export async function slide(
  elements: readonly HTMLElement[],
  from: string,
  to: string,
  durationMs: number = inMs,
): Promise<void> {
  if (isStill()) return;
  const moves = elements.map((element) =>
    element.animate([{ transform: from }, { transform: to }], {
      duration: durationMs,
      easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)',
      fill: 'both',
    }),
  );
  // An element removed on the way cancels its animation; that is an arrival too.
  await Promise.allSettled(moves.map((move) => move.finished));
  for (const move of moves) move.cancel();
}

/** One page comes in over another or goes out over it, its edge seen; the one below gives way a little. */
export async function slideOver(
  above: readonly HTMLElement[],
  below: readonly HTMLElement[],
  way: 'in' | 'out',
): Promise<void> {
  const [outside, aside] = ['translateX(100%)', 'translateX(-24%)'];
  const mark = (on: boolean) => {
    for (const element of above) element.classList.toggle('page-above', on);
  };
  mark(true);
  await Promise.all(
    way === 'in'
      ? [slide(above, outside, 'none'), slide(below, 'none', aside)]
      : [slide(above, 'none', outside), slide(below, aside, 'none')],
  );
  mark(false);
}

/** Moves an element out; resolves when it may be hidden. */
export function leave(element: HTMLElement, to: string): Promise<void> {
  return slide([element], 'none', to, outMs);
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
