import { builtInEvents, type Json } from '../../../protocol/index.ts';
import { staticPath } from '../expression/paths.ts';
import { attributeOf, type WxmlAttribute, type WxmlElement } from '../wxml/wxml-node.ts';
import { roleOf } from './attribute-role.ts';
import type { BlockDraft, DraftBound, DraftEvent } from './block-draft.ts';
import { type Form, type Lowered, lowerAttribute } from './lower-value.ts';
import type { Lowering, Spot } from './lowering.ts';

const knownEvents: ReadonlySet<string> = new Set(builtInEvents);
const longestType = 64;
// What the view accepts as an attribute; see protocol/skeletons.ts.
const drawable = /^(?!on)(?!__proto__$)[a-z_][\w:.-]{0,127}$/i;

/** Events whose default the view prevents where they are caught. */
const preventable: ReadonlySet<string> = new Set(['touchmove']);

/** What a node of either kind sends to the view. */
export interface Drawn {
  readonly attributes: Map<string, Json>;
  readonly holes: Map<string, number>;
}

/** Event types a node listens to, and those it keeps from the view. */
export interface Heard {
  readonly events: readonly string[];
  readonly catches: readonly string[];
}

/** A plain attribute, or the attribute half of `model:`. */
export type TakePlain = (name: string, attribute: WxmlAttribute) => void;

/**
 * Files the attributes of a node that mean the same on built-in and custom components: id, class, dataset,
 * marks and events. Hands every other one to `takePlain`. Returns the event types listened to and caught.
 */
export function lowerAttributes(
  element: WxmlElement,
  node: number,
  spot: Spot,
  lowering: Lowering,
  drawn: Drawn,
  takePlain: TakePlain,
): Heard {
  const { diagnostics } = lowering;
  const { draft, scope } = spot;
  const events: DraftEvent[] = [];
  for (const attribute of element.attributes) {
    const role = roleOf(attribute.name);
    switch (role.kind) {
      case 'plain':
        takePlain(role.name, attribute);
        break;
      case 'dataset':
      case 'mark': {
        const names = draft.names(node, role.kind === 'dataset' ? 'dataset' : 'marks');
        if (names.has(role.name)) warnTwice(attribute, lowering);
        else {
          const value = lowerAttribute(attribute, '', 'typed', scope, diagnostics);
          const shown = attribute.name.toLowerCase();
          const isDrawn = role.kind === 'dataset' && lowering.isSelected(shown);
          names.set(role.name, isDrawn ? drawAttribute(shown, value, draft, drawn) : boundOf(value, draft));
        }
        break;
      }
      case 'model':
        takePlain(role.name, attribute);
        break;
      case 'event': {
        const type = eventType(role.type);
        const same = events.some((one) => one.type === type && one.capture === role.capture && one.mode === role.mode);
        if (same || type.length > longestType) {
          warnTwice(attribute, lowering);
          break;
        }
        const handler = lowerAttribute(attribute, '', 'typed', scope, diagnostics);
        events.push({ type, capture: role.capture, mode: role.mode, handler: boundOf(handler, draft) });
        // `catchtouchmove="{{open ? 'stop' : ''}}"` catches only while it names a handler; the view has to know which.
        if (role.mode === 'catch' && preventable.has(type) && handler.kind === 'dynamic' && handler.reads.length > 0)
          drawAttribute(`catches-${type}`, { ...handler, code: `!!(${handler.code})` }, draft, drawn);
        break;
      }
      case 'change':
        takeChange(role.name, attribute, element, node, spot, lowering);
        break;
      case 'generic':
        takeGeneric(role.name, attribute, node, spot, lowering);
        break;
      case 'ignored':
        diagnostics.warn('DIRECTIVE', attribute, role.why);
        break;
      case 'directive':
        break;
    }
  }
  if (events.length > 0) draft.info(node).events = events;
  const caught = events.filter((event) => event.mode === 'catch' && preventable.has(event.type));
  return { events: typesOf(events), catches: typesOf(caught) };
}

function typesOf(events: readonly DraftEvent[]): string[] {
  return [...new Set(events.map((event) => event.type))];
}

/** A WXS function that hears of an attribute's values. They are evaluated once more, so that nothing else depends on it. */
function takeChange(
  name: string,
  attribute: WxmlAttribute,
  element: WxmlElement,
  node: number,
  { draft, scope }: Spot,
  { diagnostics }: Lowering,
): void {
  const heard = attributeOf(element, name) ?? attributeOf(element, `model:${name}`);
  const handler = lowerAttribute(attribute, '', 'typed', scope, diagnostics);
  if (heard === undefined || handler.kind === 'static') {
    const message = `"${attribute.name}" needs a function of a WXS module, "{{module.function}}", and an attribute "${name}" beside it; left out.`;
    diagnostics.warn('DIRECTIVE', attribute, message);
    return;
  }
  const value = boundOf(lowerAttribute(heard, true, 'typed', scope, diagnostics), draft);
  const info = draft.info(node);
  info.changes = [...(info.changes ?? []), { value, handler: boundOf(handler, draft) }];
}

/** The component that an abstract tag inside this one stands for: a name of the user's, known when compiled. */
function takeGeneric(
  name: string,
  attribute: WxmlAttribute,
  node: number,
  { draft }: Spot,
  { diagnostics }: Lowering,
): void {
  const generics = draft.info(node).component?.generics;
  const tag = attribute.value ?? '';
  if (generics !== undefined && tag !== '' && !tag.includes('{{')) generics.set(name, tag);
  else {
    const message = `"${attribute.name}" belongs on a component and takes the plain name of another one; left out.`;
    diagnostics.warn('DIRECTIVE', attribute, message);
  }
}

function warnTwice(attribute: WxmlAttribute, { diagnostics }: Lowering): void {
  diagnostics.warn('WXML', attribute, `"${attribute.name}" says again what another attribute says; left out.`);
}

/** Built-in events have lower-case names however they are written; others belong to custom components and keep theirs. */
function eventType(written: string): string {
  const lower = written.toLowerCase();
  return knownEvents.has(lower) ? lower : written;
}

/** A value as the guest finds it: itself, or an entry of the value list that the view does not see. */
export function boundOf(value: Lowered, draft: BlockDraft): DraftBound {
  return value.kind === 'static' ? { value: value.value } : { slot: draft.local(value.code, value.reads) };
}

/** A value that the view draws as attribute `name`. */
export function drawAttribute(name: string, value: Lowered, draft: BlockDraft, drawn: Drawn): DraftBound {
  if (value.kind === 'static') {
    drawn.attributes.set(name, value.value);
    return { value: value.value };
  }
  const slot = draft.hole(value.code, value.reads);
  drawn.holes.set(name, slot.at);
  return { slot };
}

/** Whether the view takes an attribute of that name; warns when not. */
export function isDrawable(name: string, attribute: WxmlAttribute, { diagnostics }: Lowering): boolean {
  if (drawable.test(name)) return true;
  diagnostics.warn('WXML', attribute, `"${attribute.name}" cannot be an attribute of a built-in component; left out.`);
  return false;
}

/** How the view writes an attribute: these three are text whatever their expression gives. */
export function formOf(name: string): Form {
  if (name === 'class') return 'names';
  return name === 'id' || name === 'style' ? 'text' : 'typed';
}

/** Notes that changes of the drawn value are written back, when `attribute` is a `model:` one. */
export function noteModel(
  name: string,
  attribute: WxmlAttribute,
  value: Lowered,
  node: number,
  spot: Spot,
  lowering: Lowering,
): boolean {
  if (!attribute.name.startsWith('model:')) return false;
  const path = value.kind === 'dynamic' ? staticPath(value.path) : undefined;
  if (path === undefined) {
    const message = `"${attribute.name}" needs a place to write to: "{{name}}" or "{{a.b}}". It is only read here.`;
    lowering.diagnostics.warn('DIRECTIVE', attribute, message);
    return false;
  }
  const info = spot.draft.info(node);
  info.models = new Map([...(info.models ?? []), [name, path]]);
  return true;
}

/** The drawn part of a skeleton node, without what is empty. */
export function drawnFields(
  { attributes, holes }: Drawn,
  { events, catches }: Heard,
): {
  attributes?: Record<string, Json>;
  holes?: Record<string, number>;
  events?: readonly string[];
  catches?: readonly string[];
} {
  return {
    ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }),
    ...(holes.size > 0 && { holes: Object.fromEntries(holes) }),
    ...(events.length > 0 && { events }),
    ...(catches.length > 0 && { catches }),
  };
}
