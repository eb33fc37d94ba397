import type { PageTree, ViewBlock } from '../view/index.ts';
import { textOf } from '../view/index.ts';
import type { ClassNames, ExtraClasses } from './class-names.ts';
import type { ComponentContext, ComponentInstance, Control } from './components/component.ts';
import { declaredBy } from './components/declared.ts';
import { isElement } from './dom-nodes.ts';
import type { EventEmitter } from './events/emitter.ts';
import { formReaches } from './field-reach.ts';
import { resolveAsset } from './resolve-asset.ts';
import type { LiveSlot } from './template.ts';
import type { Assets, PageFrame, PaintClock, Surroundings } from './types.ts';

/** The live parts of one page, by element. */
export interface Instances {
  create(block: ViewBlock, slot: LiveSlot, element: Node): ComponentInstance | undefined;
  of(element: Node): ComponentInstance | undefined;
  setShown(shown: boolean, program: boolean): void;
  /** True when one of them closed something; the newest is asked first. */
  back(): boolean;
}

interface Living {
  readonly instance: ComponentInstance;
  readonly block: ViewBlock;
  /** Attribute `name`, which every form control may have. */
  name(): string;
}

export function createInstances(parts: {
  readonly frame: PageFrame;
  readonly tree: PageTree;
  readonly assets: Assets;
  readonly classNames: ClassNames;
  readonly extras: ExtraClasses;
  readonly clock: PaintClock;
  readonly emitter: EventEmitter;
  readonly surroundings?: Surroundings | undefined;
  onWarning(message: string): void;
  /** A text field got the focus, or (undefined) none has it. */
  onWriting(host: Element | undefined): void;
}): Instances {
  const { frame, tree, assets, classNames, extras, clock, emitter } = parts;
  const living = new WeakMap<Node, Living>();
  /** Those that care whether the page is on top, or what going back means. */
  const attentive = new Set<ComponentInstance>();
  const nowhere: Surroundings = {};

  const controlsIn = (host: Element, seen: (block: ViewBlock) => boolean = () => true): Control[] => {
    const found: Control[] = [];
    for (const element of host.querySelectorAll<HTMLElement>('*')) {
      const one = living.get(element);
      if ((!one?.instance.value && !one?.instance.activate) || !seen(one.block)) continue;
      found.push({ element, instance: one.instance, name: one.name() });
    }
    return found;
  };

  return {
    of: (element) => living.get(element)?.instance,
    setShown(shown, program) {
      for (const instance of attentive) instance.shown?.(shown, program);
    },
    back: () => [...attentive].reverse().some((instance) => instance.back?.() === true),

    create(block, { node, builtIn }, host) {
      if (!isElement(host) || !builtIn.create) return undefined;
      const ref = { block: block.id, node };
      const { readable, events } = declaredBy(builtIn);
      // Late answers to older requests, or to an element that has left, are dropped by this number.
      let generation = 0;
      const context: ComponentContext = {
        host,
        document: frame.document,
        window: frame.window,
        clock,
        // The tree learns of a block before its live parts are made, so this also works in `create`.
        attribute(name) {
          if (!readable.has(name)) throw undeclared(builtIn.tag, `reads attribute "${name}"`);
          return tree.attribute(ref, name);
        },
        emit(type, detail) {
          if (!events.has(type)) throw undeclared(builtIn.tag, `raises event "${type}"`);
          emitter.own(type, ref, detail);
        },
        tell: (type, detail) => emitter.tell(type, ref, detail),
        listens: (type) => tree.listens(ref, type),
        classNames: (value) => classNames.of(block.scope, value),
        mark: (names, on) => (on ? extras.add(host, names) : extras.remove(host, names)),
        load(path, loaded, failed) {
          generation += 1;
          const own = generation;
          const current = () => own === generation;
          resolveAsset(assets, path, block.skeleton.source).then(
            (url) => current() && loaded(url),
            () => current() && failed(),
          );
        },
        asset: (path) => resolveAsset(assets, path, block.skeleton.source),
        warn: (message) => parts.onWarning(`<${builtIn.tag}> in ${block.skeleton.source}: ${message}`),
        surroundings: parts.surroundings ?? nowhere,
        writing: (on) => parts.onWriting(on ? host : undefined),
        instanceOf: (element) => living.get(element)?.instance,
        controls: () => controlsIn(host),
        fields: () => controlsIn(host, (from) => formReaches(tree, ref, from, classNames.showsFields)),
      };
      const instance = builtIn.create(context);
      living.set(host, { instance, block, name: () => textOf(tree.attribute(ref, 'name')) });
      if (instance.shown || instance.back) attentive.add(instance);
      const { dispose } = instance;
      instance.dispose = () => {
        generation += 1;
        living.delete(host);
        attentive.delete(instance);
        dispose?.();
      };
      return instance;
    },
  };
}

/** Ours to mend, not the program's: the record of the component and what it does have come apart. */
function undeclared(tag: string, what: string): Error {
  return new Error(`The component "${tag}" ${what}, which its record does not declare.`);
}
