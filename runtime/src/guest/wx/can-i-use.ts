import { builtInTags, drawnTags } from '../../protocol/built-in-tags.ts';
import { wxMembers } from '../../protocol/wx-members.ts';
import { hasOwn, isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import type { Callback, Options } from './method.ts';

/**
 * `wx.canIUse('api')`, `'api.return.field'`, `'tag.attribute.value'`. True only for what this runtime really does:
 * a program then takes its fallback. Parameters and options of a supported member count as supported.
 *
 * @param members the `wx` members, for the fields that sync ones return
 */
export function canIUse(link: WxLink, members: Options): Callback {
  return (schema) => {
    const [first = '', second, third] = String(schema).split('.');
    if (builtInTags.includes(first)) return usesComponent(first, second);
    if (!answers(link, first)) return false;
    if (second !== 'return' || third === undefined) return true;
    const member = members[first];
    if (wxMembers[first]?.kind !== 'sync' || typeof member !== 'function' || !first.startsWith('get')) return true;
    const returned: unknown = member();
    return isObject(returned) && hasOwn(returned, third);
  };
}

/** What a component does by opening something of the host is not there yet. */
function usesComponent(tag: string, attribute: string | undefined): boolean {
  return drawnTags.includes(tag) && attribute !== 'open-type' && attribute !== 'openType';
}

function answers(link: WxLink, name: string): boolean {
  const member = wxMembers[name];
  if (member === undefined) return false;
  if (member.by === 'guest' || member.by === 'player') return true;
  return (
    member.by === 'host' &&
    (member.kind === 'on' || member.kind === 'off' || link.environment().supported.includes(name))
  );
}
