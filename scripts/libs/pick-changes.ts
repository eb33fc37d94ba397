import type { Json } from '@terrarium/runtime/protocol';
import type { Mounting } from './mounting.ts';
import { type DeclaredProperty, kebab } from './program-files.ts';

/** Properties whose change shows and breaks nothing, the best first. */
const favourites = [
  'title',
  'text',
  'label',
  'content',
  'desc',
  'tips',
  'placeholder',
  'customStyle',
  'extClass',
  'color',
];
const changeCount = 2;

export interface Changes {
  readonly before: Readonly<Record<string, Json>>;
  readonly changes: Readonly<Record<string, Json>>;
}

/** Two properties to change while the component is mounted: texts first, then switches, then numbers. */
export function pickChanges(properties: readonly DeclaredProperty[], mounting: Mounting): Changes {
  const markup = mounting.markup ?? '';
  const free = properties.filter(
    ({ name }) => !mounting.keeps?.includes(name) && !new RegExp(`\\s${kebab(name)}(?=[=\\s/>])`).test(markup),
  );
  const ranked = [
    ...favourites.flatMap((name) => free.filter((one) => one.name === name && one.type === 'String')),
    ...free.filter(({ type, name }) => type === 'Boolean' && name !== 'show'),
    ...free.filter(({ type }) => type === 'Number'),
  ].slice(0, changeCount);
  return {
    before: Object.fromEntries(ranked.map(({ name, type, value }) => [name, value ?? emptyOf(type)])),
    changes: Object.fromEntries(ranked.map((one) => [one.name, otherThan(one)])),
  };
}

function emptyOf(type: string): Json {
  return type === 'String' ? '' : type === 'Number' ? 0 : false;
}

function otherThan({ name, type, value }: DeclaredProperty): Json {
  if (type === 'Boolean') return value !== true;
  if (type === 'Number') return (typeof value === 'number' ? value : 0) + 1;
  if (/color$/i.test(name)) return '#123456';
  return name === 'customStyle' ? 'margin: 1px' : 'changed';
}
