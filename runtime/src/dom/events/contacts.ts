import type { Touch } from '../../protocol/index.ts';
import type { PageFrame } from '../types.ts';

/** One finger, or the mouse while its button is down. */
export interface ContactChange {
  readonly phase: 'start' | 'move' | 'end' | 'cancel';
  /** Where the contact began; it stays the target until the end. */
  readonly target: Node;
  /** The contact that changed. */
  readonly touch: Touch;
  /** All contacts that are down, the changed one included unless it ended. */
  readonly touches: readonly Touch[];
}

const mouseIdentifier = 0;

/**
 * Turns touches, and the mouse as a single touch, into one stream of contacts. Touch events rather than pointer
 * events for fingers: those go on while the browser scrolls, as programs of this format expect.
 */
export function watchContacts(frame: PageFrame, listener: (change: ContactChange) => void): () => void {
  const { document, window } = frame;
  const ends = new AbortController();
  const targets = new Map<number, Node>();
  let mouse: Node | undefined;
  const passive = { signal: ends.signal, passive: true, capture: true };

  const onTouch = (phase: ContactChange['phase']) => (event: TouchEvent) => {
    const touches = [...event.touches].map(touchOf);
    for (const changed of event.changedTouches) {
      if (phase === 'start') targets.set(changed.identifier, targetOf(event));
      const target = targets.get(changed.identifier);
      if (phase === 'end' || phase === 'cancel') targets.delete(changed.identifier);
      if (!target) continue;
      listener({ phase, target, touch: touchOf(changed), touches });
    }
  };
  document.addEventListener('touchstart', onTouch('start'), passive);
  document.addEventListener('touchmove', onTouch('move'), passive);
  document.addEventListener('touchend', onTouch('end'), passive);
  document.addEventListener('touchcancel', onTouch('cancel'), passive);

  const onMouse = (phase: ContactChange['phase'], target: Node, event: PointerEvent): void => {
    const { pageX, pageY, clientX, clientY } = event;
    const touch = { identifier: mouseIdentifier, pageX, pageY, clientX, clientY };
    const down = phase === 'start' || phase === 'move';
    listener({ phase, target, touch, touches: down ? [touch] : [] });
  };
  const isMouse = (event: PointerEvent) => event.pointerType === 'mouse' || event.pointerType === 'pen';
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!isMouse(event) || event.button !== 0 || mouse) return;
      mouse = targetOf(event);
      onMouse('start', mouse, event);
    },
    passive,
  );
  document.addEventListener(
    'pointermove',
    (event) => {
      if (isMouse(event) && mouse) onMouse('move', mouse, event);
    },
    passive,
  );
  const release = (phase: 'end' | 'cancel') => (event: PointerEvent) => {
    if (!isMouse(event) || !mouse) return;
    const target = mouse;
    mouse = undefined;
    onMouse(phase, target, event);
  };
  document.addEventListener('pointerup', release('end'), passive);
  document.addEventListener('pointercancel', release('cancel'), passive);
  // The window lost the mouse while it was down, for example to a dialog: nothing will end that contact.
  window.addEventListener(
    'blur',
    () => {
      if (!mouse) return;
      const target = mouse;
      mouse = undefined;
      const touch = { identifier: mouseIdentifier, pageX: 0, pageY: 0, clientX: 0, clientY: 0 };
      listener({ phase: 'cancel', target, touch, touches: [] });
    },
    { signal: ends.signal },
  );
  return () => ends.abort();

  function targetOf(event: Event): Node {
    // The deepest node, also when it is not the event's own target any more.
    const [deepest] = event.composedPath();
    return isNode(deepest) ? deepest : document.documentElement;
  }
}

function touchOf({ identifier, pageX, pageY, clientX, clientY }: globalThis.Touch): Touch {
  return { identifier, pageX, pageY, clientX, clientY };
}

function isNode(target: EventTarget | undefined): target is Node {
  return target !== undefined && 'nodeType' in target;
}
