// `npm run rooms`: who imports whom, held against room-table.ts; cycles between files are refused.
import { type Import, readImports, sourceFiles } from './imports.ts';
import { entries, type Room, rooms } from './room-table.ts';

/** Rooms that run where there is no Node. */
const withoutNode = new Set(['protocol', 'guest', 'capabilities', 'bridge', 'view', 'dom', 'shell', 'providers']);

const roomOf = (file: string): string | undefined =>
  Object.keys(rooms).find((name) => rooms[name]?.at.some((place) => file === place || file.startsWith(place)));

function judge({ from, to, isPackage, specifier }: Import): string | undefined {
  const name = roomOf(from);
  const room: Room | undefined = name === undefined ? undefined : rooms[name];
  if (!name || !room) return `${from}: stands in no room. Put it in one, or add a room to scripts/room-table.ts.`;
  if (isPackage) {
    const allowed = to === 'node:*' ? !withoutNode.has(name) : room.packages.includes(to);
    return allowed ? undefined : refusal(from, specifier, name, `packages: ${room.packages.join(', ') || 'none'}`);
  }
  const target = roomOf(to);
  if (target === name) return undefined;
  if (target === undefined || !room.rooms.includes(target))
    return refusal(from, specifier, name, `rooms: ${room.rooms.join(', ') || 'none'}`);
  const workspace = (file: string) => file.split('/')[0];
  if (workspace(from) !== workspace(to) && entries[specifier] !== to)
    return refusal(from, specifier, name, `other workspaces by ${Object.keys(entries).join(', ')}`);
  return undefined;
}

const refusal = (from: string, specifier: string, room: string, may: string) =>
  `${from}: imports "${specifier}", which room "${room}" may not. It may use ${may}.`;

/** The first cycle found from each file not yet known to be free of them. */
function findCycles(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to, isPackage } of imports) if (!isPackage) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string, path: string[]) => {
    if (done.has(file)) return;
    const seenAt = path.indexOf(file);
    if (seenAt >= 0) {
      cycles.push([...path.slice(seenAt), file]);
      return;
    }
    for (const next of targets.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return cycles;
}

const imports = await readImports(await sourceFiles());
const problems = [
  ...imports.flatMap((edge) => judge(edge) ?? []),
  ...findCycles(imports).map((cycle) => `cycle: ${cycle.join(' → ')}. Move what both need into a third file.`),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`${imports.length} imports between ${Object.keys(rooms).length} rooms: as the table says.`);
