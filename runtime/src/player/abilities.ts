import { describeShape } from '../capabilities/describe-shape.ts';
import { capabilityTable } from '../capabilities/index.ts';
import { drawnDocuments } from '../protocol/documents/drawn-documents.ts';

function tags(): [string, string][] {
  return Object.entries(drawnDocuments).flatMap(
    ([tag, { attributes = '', events = '', noEffect = '', notHere = '' }]) => {
      const missed = notHere.split(/\s+/);
      if (missed.includes('*')) return [];
      const raised = events.split(/\s+/).map((event) => (event === '' ? '' : `bind${event}`));
      const taken = noEffect.split(/\s+/).filter((name) => !/[:=]/.test(name) && !missed.includes(name));
      return [[tag, [attributes, ...raised, ...taken].join(' ').trim().replace(/\s+/g, ' ')]];
    },
  );
}

/** What the guest takes and adds itself, so that it is in no schema. */
const ofGuest: ReadonlyMap<string, string> = new Map([
  ['navigateTo.object', 'events'],
  ['navigateTo.success', 'eventChannel'],
]);

function calls(): [string, string][] {
  const shapes = [...capabilityTable.values()].flatMap(({ name, answeredBy, params, result }) => {
    // What the guest answers itself it reads as it likes: its schemas say little.
    if (answeredBy === 'guest') return [];
    return [{ key: `${name}.object`, schema: params } as const, { key: `${name}.success`, schema: result } as const];
  });
  return shapes.flatMap(({ key, schema }): [string, string][] => {
    const words = describeShape(schema);
    return words === undefined ? [] : [[key, `${words} ${ofGuest.get(key) ?? ''}`.trim()]];
  });
}

/**
 * What `wx.canIUse` answers beyond whole members, for the launch message: word lists of what each drawn tag takes
 * (`button`), of what each call takes (`showToast.object`) and gives (`showModal.success`). It is sent rather than
 * bundled into the guest, because the interpreter would parse it at every launch and few programs ask.
 */
export const abilities: Readonly<Record<string, string>> = Object.fromEntries([...tags(), ...calls()]);
