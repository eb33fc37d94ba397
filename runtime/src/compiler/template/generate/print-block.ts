import {
  type BlockDraft,
  Code,
  type DraftAnchor,
  type DraftBound,
  type DraftComponent,
  type DraftInfo,
  type DraftInput,
} from '../blocks/block-draft.ts';
import { type DraftReads, dependenciesOf } from '../blocks/reads.ts';
import { type Printable, print } from './print.ts';

/** One `BlockType` as JavaScript text. */
export function printBlock(draft: BlockDraft): string {
  const values = draft.values();
  return print({
    holes: draft.holes.length,
    values: printedValues(values.map(({ code }) => code)),
    value: values.map(({ code }) => Code.expression(code)),
    reads: printedDependencies(draft),
    parents: draft.parents,
    nodes: Object.fromEntries([...draft.infos].map(([node, info]) => [node, printedInfo(info)])),
  });
}

/** Beyond this many, a list where they are all what they were is rare, and comparing costs code. */
const mostCompared = 12;

/** All values in one list: the one before, when nothing is another now. An interpreter compares cheapest in straight lines. */
function printedValues(codes: readonly string[]): Code {
  if (codes.length === 0 || codes.length > mostCompared || !codes.some((code) => /\br\./.test(code)))
    return Code.expression(`[${codes.join(',')}]`);
  const names = codes.map((_code, at) => `v${at}`);
  const taken = codes.map((code, at) => `v${at}=${code}`).join(',');
  const same = names.map((name, at) => `${name}===p[${at}]`).join('&&');
  return new Code(`(d,r,m,p)=>{const ${taken};return p!==undefined&&${same}?p:[${names.join(',')}]}`);
}

function printedDependencies(draft: BlockDraft): Printable {
  const { data, rows } = dependenciesOf(draft);
  const printedRows = rows.map((row) => ({ item: printedReads(row.item), index: printedReads(row.index) }));
  return { data: printedReads(data), rows: rows.length === 0 ? undefined : printedRows };
}

function printedReads(reads: DraftReads): Printable | undefined {
  const members = new Map<string, Printable>();
  for (const [name, member] of reads.members) {
    const printed = printedReads(member);
    if (printed !== undefined) members.set(name, printed);
  }
  if (reads.values.size + reads.children.size + members.size === 0) return undefined;
  return {
    values: reads.values.size === 0 ? undefined : [...reads.values],
    children: reads.children.size === 0 ? undefined : [...reads.children],
    members: members.size === 0 ? undefined : members,
  };
}

function printedInfo(info: DraftInfo): Printable {
  return {
    id: info.id && printedBound(info.id),
    class: info.class && printedBound(info.class),
    dataset: info.dataset && printedBounds(info.dataset),
    marks: info.marks && printedBounds(info.marks),
    events: info.events?.map(({ type, capture, mode, handler }) => {
      return { type, capture: capture || undefined, mode, handler: printedBound(handler) };
    }),
    changes: info.changes?.map(({ value, handler }) => ({
      value: printedBound(value),
      handler: printedBound(handler),
    })),
    component: info.component && printedComponent(info.component),
    anchor: info.anchor && printedAnchor(info.anchor),
    models: info.models && new Map([...info.models].map(([name, path]) => [name, { ...path }])),
  };
}

function printedBound(bound: DraftBound): Printable {
  return 'slot' in bound ? { at: bound.slot.at } : { value: bound.value };
}

function printedBounds(bounds: ReadonlyMap<string, DraftBound>): Printable {
  return new Map([...bounds].map(([name, bound]) => [name, printedBound(bound)]));
}

function printedComponent({ tag, at, properties, generics, contents, takesValues }: DraftComponent): Printable {
  const printed = contents.map(({ slot, block }) => ({ slot: slot && printedBound(slot), block }));
  const named = generics.size === 0 ? undefined : generics;
  return {
    tag,
    at,
    properties: printedBounds(properties),
    generics: named,
    contents: printed,
    takesValues: takesValues || undefined,
  };
}

function printedAnchor(anchor: DraftAnchor): Printable {
  switch (anchor.kind) {
    case 'if':
      return { kind: 'if', branches: anchor.branches.map(({ test, block }) => ({ test, block })) };
    case 'for':
      return { ...anchor, path: anchor.path && { ...anchor.path }, reads: anchor.reads?.map((path) => ({ ...path })) };
    case 'template':
      return { ...anchor, inputs: anchor.inputs.map(printedInput) };
    case 'slot':
      return {
        kind: 'slot',
        name: printedBound(anchor.name),
        values: anchor.values.size === 0 ? undefined : printedBounds(anchor.values),
      };
    case 'content':
      return { kind: 'content', slot: printedBound(anchor.slot), block: anchor.block };
  }
}

function printedInput(input: DraftInput): Printable {
  if ('spread' in input) return { spread: { ...input.spread } };
  if ('path' in input) return { key: input.key, path: { ...input.path } };
  return { key: input.key, reads: input.reads?.map((path) => ({ ...path })) };
}
