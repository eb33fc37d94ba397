import type { Json, Touch } from '../../protocol/index.ts';
import { type NodeRef, type PageTree, textOf } from '../../view/index.ts';
import type { ClassNames, ExtraClasses } from '../class-names.ts';
import { isOn, numberOf } from '../flags.ts';
import type { NodeLocator } from '../node-locator.ts';
import type { PaintClock } from '../types.ts';
import type { ContactChange } from './contacts.ts';

interface HoverDefaults {
  /** Class when the program names none; absent: no pressed look. */
  readonly name?: string;
  readonly startMs: number;
  readonly stayMs: number;
}

/** Tags that have a pressed look, with the format's defaults. */
const hovering: ReadonlyMap<string, HoverDefaults> = new Map([
  ['view', { startMs: 50, stayMs: 400 }],
  ['button', { name: 'button-hover', startMs: 20, stayMs: 70 }],
  ['navigator', { name: 'navigator-hover', startMs: 50, stayMs: 600 }],
]);

/** A finger that wanders further than this, in pixels, no longer presses. */
const slopPixels = 10;

export interface Hover {
  handle(change: ContactChange): void;
  dispose(): void;
}

/** Puts `hover-class` on what is pressed and takes it off again. Works on the path of one press: nothing per node. */
export function createHover(parts: {
  readonly tree: PageTree;
  readonly locator: NodeLocator;
  readonly classNames: ClassNames;
  readonly extras: ExtraClasses;
  readonly clock: PaintClock;
}): Hover {
  const { tree, locator, classNames, extras, clock } = parts;
  let from: Touch | undefined;
  let pressed: { readonly stop: (stay: boolean) => void }[] = [];
  const undos = new Set<() => void>();

  const later = (delayMs: number, run: () => void): (() => void) => {
    const undo = clock.after(delayMs, () => {
      undos.delete(undo);
      run();
    });
    undos.add(undo);
    return undo;
  };

  const press = (ref: NodeRef): void => {
    const defaults = hovering.get(tree.tag(ref) ?? '');
    const element = locator.element(ref);
    if (!defaults || !element || isOn(tree.attribute(ref, 'disabled'))) return;
    const names = namesOf(tree.attribute(ref, 'hover-class'), defaults, tree.block(ref.block)?.scope ?? 0);
    if (names === '') return;
    const startMs = numberOf(tree.attribute(ref, 'hover-start-time'), defaults.startMs);
    const stayMs = numberOf(tree.attribute(ref, 'hover-stay-time'), defaults.stayMs);
    let on = false;
    const begin = () => {
      on = true;
      extras.add(element, names);
    };
    const cancel = later(startMs, begin);
    pressed.push({
      stop(released) {
        cancel();
        // A tap shorter than the start time still shows: the look begins at its end.
        if (released && !on) begin();
        if (on) later(released ? stayMs : 0, () => extras.remove(element, names));
      },
    });
  };

  const namesOf = (given: Json | undefined, defaults: HoverDefaults, scope: number): string => {
    const own = textOf(given).trim();
    if (own === 'none') return '';
    if (own !== '') return classNames.of(scope, own);
    return defaults.name ? `${defaults.name} ${classNames.of(scope, defaults.name)}` : '';
  };

  const stop = (released: boolean): void => {
    for (const one of pressed) one.stop(released);
    pressed = [];
  };

  return {
    handle({ phase, target, touch, touches }) {
      if (phase === 'move') {
        // What turns into a scroll or a drag is not being pressed.
        const far = from && Math.hypot(touch.clientX - from.clientX, touch.clientY - from.clientY) > slopPixels;
        if (far) stop(false);
        return;
      }
      stop(phase === 'end');
      if (phase !== 'start' || touches.length > 1) return;
      from = touch;
      const at = locator.locate(target);
      if (!at) return;
      for (const ref of tree.pathOf(at.block, at.node)) {
        press(ref);
        if (isOn(tree.attribute(ref, 'hover-stop-propagation'))) break;
      }
    },
    dispose() {
      for (const undo of undos) undo();
      undos.clear();
      pressed = [];
    },
  };
}
