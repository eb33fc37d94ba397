import { kebabCase } from '../../protocol/documents/tag-document.ts';
import { readWords, type Word } from '../../protocol/documents/word-list.ts';
import { wxMembers } from '../../protocol/wx-members.ts';
import { hasOwn, isFunction, isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { classSamples } from './class-samples.ts';
import type { Callback, Options } from './method.ts';

/**
 * `wx.canIUse`, by the documented grammar: `api`, `api.object|success|callback|return.field.value`,
 * `tag.attribute.value` and `Class.member`. True only for what this runtime really does, so that a program takes its
 * fallback; where nobody has written down what a call gives, the call decides.
 *
 * @param members the `wx` members, for the fields that sync ones return
 */
export function canIUse(link: WxLink, members: Options): Callback {
  const samples = classSamples(members);
  return (schema) => {
    const [first = '', second, third, fourth] = String(schema).slice(0, 200).split('.');
    if (!hasOwn(wxMembers, first)) {
      const sample = samples.get(first);
      if (sample === undefined) return usesComponent(link, first, second, third);
      const made = sample();
      return second === undefined ? made !== undefined : isObject(made) && second in made;
    }
    if (!answers(link, first)) return false;
    const { kind } = wxMembers[first] ?? {};
    const member = members[first];
    if (second === undefined) return true;
    if (kind === 'property') return isObject(member) && hasOwn(member, second);
    switch (second) {
      case 'object':
        return third === undefined || takes(wordsOf(link, `${first}.object`), third, fourth);
      case 'success': {
        const twin = hasOwn(members, `${first}Sync`) ? members[`${first}Sync`] : undefined;
        if (third === undefined || third === 'errMsg') return true;
        const words = wordsOf(link, `${first}.success`);
        return words === undefined && first.startsWith('get') && isFunction(twin)
          ? isGiven(twin(), [third, fourth])
          : takes(words, third, fourth);
      }
      case 'return':
        if (third === undefined || !isFunction(member) || (kind !== 'sync' && kind !== 'create')) return true;
        // The others change something, or make what has effects of its own.
        return first.startsWith('get') ? isGiven(member(), [third, fourth]) : true;
      case 'callback':
      case 'fail':
      case 'complete':
        return true;
      default:
        return false;
    }
  };
}

/** What is there of a value's fields, by one name below the other. */
function isGiven(value: unknown, [name, ...below]: readonly (string | undefined)[]): boolean {
  if (name === undefined) return true;
  return isObject(value) && name in value && isGiven(value[name], below);
}

function usesComponent(link: WxLink, tag: string, attribute: string | undefined, value: string | undefined): boolean {
  const own = tag === '*' ? undefined : wordsOf(link, tag);
  if (own === undefined) return false;
  if (attribute === undefined) return true;
  const name = kebabCase(attribute.replace(/^bind:/, 'bind'));
  const common = wordsOf(link, '*') ?? [];
  const known = [...own, ...common];
  if (name.startsWith('aria-')) return value === undefined && known.some((word) => word.name === 'aria-*');
  return takes(known, name, value);
}

function takes(words: readonly Word[] | undefined, name: string, value: string | undefined): boolean {
  if (words === undefined) return true;
  const found = words.find((word) => word.name === name);
  if (found === undefined) return false;
  if (found.options === undefined) return value === undefined || found.options === undefined;
  return value === undefined ? found.options.length > 0 : found.options.includes(value);
}

/** What the player has told about `key`; undefined when it has told nothing. */
function wordsOf(link: WxLink, key: string): readonly Word[] | undefined {
  const told = link.abilities();
  return hasOwn(told, key) ? readWords(told[key]) : undefined;
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
