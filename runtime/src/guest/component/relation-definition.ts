import { isFunction, isObject, ownKeys } from '../intrinsics.ts';
import { folderOf, resolveFrom } from '../module-paths.ts';

type Tell = (...values: unknown[]) => unknown;

export type RelationType = 'parent' | 'child' | 'ancestor' | 'descendant';

/** One entry of `relations`, as a component or a behavior declares it. */
export interface Relation {
  readonly key: string;
  readonly type: RelationType;
  /** Path of a component, or a behavior that the other side has. */
  readonly target: string | object;
  readonly linked: Tell | undefined;
  readonly linkChanged: Tell | undefined;
  readonly unlinked: Tell | undefined;
}

/** The type the other side must declare. */
export const counterparts: Readonly<Record<RelationType, RelationType>> = {
  parent: 'child',
  child: 'parent',
  ancestor: 'descendant',
  descendant: 'ancestor',
};

/** Reads `relations`; paths are relative to `file`, which declares them. `invalid` hears of what cannot be used. */
export function readRelations(relations: unknown, file: string, invalid: (message: string) => void): Relation[] {
  const read: Relation[] = [];
  if (!isObject(relations)) return read;
  for (const key of ownKeys(relations)) {
    const given = relations[key];
    if (!isObject(given)) continue;
    const type = typeOf(given.type);
    if (type === undefined) {
      invalid(
        `relation '${key}' in ${file} has the type ${String(given.type)}: it must be parent, child, ancestor or descendant`,
      );
      continue;
    }
    const target = isObject(given.target)
      ? given.target
      : resolveFrom(folderOf(file), typeof given.target === 'string' ? given.target : key);
    if (target === undefined) {
      invalid(`relation '${key}' in ${file} leads out of the package`);
      continue;
    }
    read.push({
      key,
      type,
      target,
      linked: listener(given.linked),
      linkChanged: listener(given.linkChanged),
      unlinked: listener(given.unlinked),
    });
  }
  return read;
}

function typeOf(type: unknown): RelationType | undefined {
  return type === 'parent' || type === 'child' || type === 'ancestor' || type === 'descendant' ? type : undefined;
}

function listener(given: unknown): Tell | undefined {
  return isFunction(given) ? given : undefined;
}
