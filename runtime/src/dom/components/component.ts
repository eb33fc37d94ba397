import type { CallOutcome, Json } from '../../protocol/index.ts';
import type { PageFrame, PaintClock, PlayerEventType, Surroundings } from '../types.ts';
import type { CanvasHandle } from './canvas.ts';

/** One built-in component: how its element is made, and what lives in it. One file each. */
export interface BuiltIn {
  readonly tag: string;
  /** Its default look; part of every frame's base sheet. */
  readonly style?: string;
  /** Attributes that are on the element too, because authors' selectors name them: `button[type=primary]`. */
  readonly reflected?: readonly string[];
  /** The same for booleans: there, or not there. */
  readonly flags?: readonly string[];
  /** Attributes the live part wants to hear of. */
  readonly attributes?: readonly string[];
  /**
   * Attributes it looks at when it needs them, and those the frame honours for it (`hover-class`). Together with
   * the lists around it this is all that `context.attribute` answers for.
   */
  readonly reads?: readonly string[];
  /** Attributes it hands to the player, which does nothing with them yet: readable, but not counted as honoured. */
  readonly passedOn?: readonly string[];
  /** Events it raises, by `context.emit` or through the player. `emit` takes no other. */
  readonly events?: readonly string[];
  /** For every attribute with a documented list of values: the values that do something here. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  /**
   * What is documented and has nothing to do on this platform, and why: attributes, values of them as `name=value`,
   * events as `bind:name`. They count as there, and docs/compatibility.md prints the reason. What is merely not made
   * yet is not listed.
   */
  readonly noEffect?: Readonly<Record<string, string>>;
  /**
   * Attributes of `noEffect` that promise something a program would miss, or `all` for a component that only stands in.
   * They are taken, so that nothing breaks, and `wx.canIUse` says no to them, so that programs take their fallback.
   */
  readonly notHere?: readonly string[] | 'all';
  /** Makes the fixed inside of the element. Runs once per template; elements are cloned from it. */
  build?(host: HTMLElement): void;
  /** Where children go; the element itself when absent. Must lead to the same place in every clone. */
  content?(host: HTMLElement): HTMLElement;
  /** The live part. Made for every element, or with `whenUsed` only where one of `attributes` or an event is used. */
  create?(context: ComponentContext): ComponentInstance;
  readonly whenUsed?: true;
}

/** The live part of one element. The painter disposes it when its block leaves. */
export interface ComponentInstance {
  /** One of `attributes` has a value: at the start, in order, and then at every change. */
  update?(name: string, value: Json): void;
  /** All attributes have their first value; not in the document yet. */
  ready?(): void;
  /** In the document for the first time, with its children. */
  attached?(): void;
  /** A tap reached the element and the program's handlers were told. True ends the search for who acts on it. */
  tap?(): boolean;
  /** Of a canvas: what is drawn on. */
  canvas?(): CanvasHandle;
  /**
   * A tap is about to be told: what it says beside x and y, or null when the component has told it in its own way and
   * nobody else is to hear of it. `x` and `y` are of the page's viewport.
   */
  tapped?(target: Node, x: number, y: number): { readonly [name: string]: Json } | null;
  /** A label of this control was tapped. */
  activate?(): void;
  /** Value of a form control. */
  value?(): Json;
  /** Back to the value it started with, when its form is reset. */
  reset?(): void;
  /** A submit button of this form was tapped. */
  submit?(): void;
  /** A control inside a group of this kind was switched by the user. */
  changed?(): void;
  /** Of a text field: the keyboard has this height, in CSS pixels, while the field is written in. */
  keyboard?(height: number): void;
  /** Of a text field: what a keyboard must not cover, in the page's viewport; undefined when the page is to stay. */
  writingEdge?(): { readonly caret: number; readonly bottom: number; readonly spacing: number } | undefined;
  /** A method of the program's context object (`VideoContext.seek`); `params` is unchecked, a name unknown here fails. */
  call?(method: string, params: Json): CallOutcome | Promise<CallOutcome>;
  /** The page came on top, or something is on top of it now: another page, or with `program` another program. */
  shown?(shown: boolean, program: boolean): void;
  /** The person goes back. True when that closed something of this element and the page stays. */
  back?(): boolean;
  dispose?(): void;
}

/** A live part that has a value. */
export interface Control {
  readonly element: HTMLElement;
  readonly instance: ComponentInstance;
  /** Attribute `name`; empty when it has none. */
  readonly name: string;
}

/** What a component may reach. */
export interface ComponentContext {
  readonly host: HTMLElement;
  readonly document: Document;
  readonly window: PageFrame['window'];
  readonly clock: PaintClock;
  /** One of the declared attributes as the program gave it, also one that is not in `attributes`. */
  attribute(name: string): Json | undefined;
  /** Raises one of the declared `events` on this node; it does not bubble and is dropped when nobody listens. */
  emit(type: string, detail: Json): void;
  /** Raises one of `playerEvents`. */
  tell(type: PlayerEventType, detail: Json): void;
  /** True when a handler on this node listens to `type`. */
  listens(type: string): boolean;
  /** A class value in the style scope of the block that wrote it. */
  classNames(value: Json | undefined): string;
  /** Adds or removes classes that are not the program's; they survive its own writes. */
  mark(names: string, on: boolean): void;
  /**
   * Resolves an asset path. Only the newest request of this element is answered, and none after it left; an
   * address the frame must not load (`javascript:` and the like) fails.
   */
  load(path: string, loaded: (url: string) => void, failed: () => void): void;
  /**
   * Resolves an asset path like `load`, for elements with several. Rejects when there is none; late answers are the
   * caller's to drop.
   */
  asset(path: string): Promise<string>;
  /** Tells the author what is wrong with what was given, once for each text. */
  warn(message: string): void;
  readonly surroundings: Surroundings;
  /** This field is written in now, or no field is. */
  writing(on: boolean): void;
  /** Live part of another element of the page. */
  instanceOf(element: Element): ComponentInstance | undefined;
  /** Form controls inside the element, in document order, with their `name`. */
  controls(): readonly Control[];
  /** Of a form: those of them that it sees; not what lies in components that keep their fields to themselves. */
  fields(): readonly Control[];
}
