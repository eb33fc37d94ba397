/** What an attribute's name says it is for. */
export type AttributeRole =
  | { readonly kind: 'plain'; readonly name: string }
  | {
      readonly kind: 'event';
      readonly type: string;
      readonly capture: boolean;
      readonly mode: 'bind' | 'catch' | 'mut';
    }
  | { readonly kind: 'dataset'; readonly name: string }
  | { readonly kind: 'mark'; readonly name: string }
  | { readonly kind: 'model'; readonly name: string }
  | { readonly kind: 'generic'; readonly name: string }
  | { readonly kind: 'change'; readonly name: string }
  /** Handled elsewhere: `wx:if` and kin, `slot`, `slot:value`. */
  | { readonly kind: 'directive' }
  | { readonly kind: 'ignored'; readonly why: string };

const directives = new Set(['if', 'elif', 'else', 'for', 'for-items', 'for-item', 'for-index', 'key']);
const eventName = /^(capture-)?(?:(mut)-)?(bind|catch):?(.+)$/;

/** Classifies an attribute by its name as written. */
export function roleOf(name: string): AttributeRole {
  if (name === 'slot') return { kind: 'directive' };
  const event = eventName.exec(name);
  if (event !== null) {
    const [, capture, mut, verb, type = ''] = event;
    const mode = mut === undefined ? (verb === 'catch' ? 'catch' : 'bind') : 'mut';
    return { kind: 'event', type, capture: capture !== undefined, mode };
  }
  if (name.startsWith('data-') && name.length > 5)
    return { kind: 'dataset', name: camelCase(name.slice(5).toLowerCase()) };
  const colon = name.indexOf(':');
  if (colon <= 0) return { kind: 'plain', name };
  return prefixed(name.slice(0, colon), name.slice(colon + 1), name);
}

function prefixed(prefix: string, rest: string, name: string): AttributeRole {
  if (rest === '') return { kind: 'ignored', why: `"${name}" names nothing; left out.` };
  switch (prefix) {
    case 'wx':
      if (directives.has(rest)) return { kind: 'directive' };
      return { kind: 'ignored', why: `"${name}" is no directive of WXML; left out.` };
    case 'data':
      return { kind: 'dataset', name: rest };
    case 'mark':
      return { kind: 'mark', name: rest };
    case 'model':
      return { kind: 'model', name: rest };
    case 'generic':
      return { kind: 'generic', name: rest };
    case 'change':
      return { kind: 'change', name: rest };
    case 'slot':
      return { kind: 'directive' };
    case 'worklet':
    case 'let':
    case 'class':
    case 'style':
      return { kind: 'ignored', why: `"${name}" is not supported yet; left out.` };
    default:
      return { kind: 'plain', name };
  }
}

/** `user-id` → `userId`. */
export function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
