import type { Json } from '../protocol/index.ts';
import { textOf } from '../view/index.ts';
import type { Animator } from './animation.ts';
import type { ClassNames } from './class-names.ts';
import type { BuiltIn } from './components/component.ts';
import { isOn } from './flags.ts';
import type { Looks } from './looks.ts';

/** Writes one attribute's value to one element. */
export type AttributeWriter = (element: HTMLElement, value: Json) => void;

/** What style scope an attribute is written in. */
export interface WriterScope {
  readonly scope: number;
  readonly classNames: ClassNames;
  readonly looks: Looks;
  readonly animator: Animator;
}

/** Attributes that every drawn element carries; `aria-*` stands for all of that kind. */
export const commonAttributes = ['class', 'style', 'id', 'hidden', 'animation', 'role', 'aria-role', 'aria-*'] as const;

const plain = /^(?:role|aria-[a-z]+|data-[a-z0-9-]+)$/;

/**
 * How `name` reaches the element; undefined when the element itself does not carry it. The list is closed: no
 * attribute that loads, navigates, submits or runs anything is on it, so no program can write one.
 */
export function attributeWriter(
  name: string,
  builtIn: BuiltIn | undefined,
  { scope, classNames, looks, animator }: WriterScope,
): AttributeWriter | undefined {
  switch (name) {
    case 'class':
      return (element, value) => looks.writeClass(element, classNames.of(scope, value));
    case 'style':
      return (element, value) => looks.writeStyle(element, value);
    case 'id':
      return (element, value) => {
        element.id = textOf(value);
      };
    case 'hidden':
      return (element, value) => element.toggleAttribute('hidden', isOn(value));
    case 'animation':
      return (element, value) => animator.play(element, value);
    case 'slot':
      return (element, value) => writePlain(element, 'slot', value);
    case 'aria-role':
      return (element, value) => writePlain(element, 'role', value);
  }
  if (plain.test(name)) return (element, value) => writePlain(element, name, value);
  if (builtIn?.flags?.includes(name)) return (element, value) => writeFlag(element, name, isOn(value));
  return builtIn?.reflected?.includes(name) ? (element, value) => writePlain(element, name, value) : undefined;
}

function writeFlag(element: HTMLElement, name: string, on: boolean): void {
  element.toggleAttribute(name, on);
  // Our elements are none the browser knows: assistive technology has to be told.
  if (name === 'disabled') element.setAttribute('aria-disabled', String(on));
}

function writePlain(element: HTMLElement, name: string, value: Json): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, textOf(value));
}
