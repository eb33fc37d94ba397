import { boundPath } from '../blocks/bound-path.ts';
import type { Block } from '../blocks/types.ts';
import { stateOf } from '../component/instance-registry.ts';
import { type DataChange, updateData } from '../component/update-data.ts';
import { hasOwn, isObject, ownKeys } from '../intrinsics.ts';

/** Event types by which built-in components report a new value. */
const reporting = ['input', 'change', 'scroll'];

/** `model:value="{{path}}"` on a built-in component: what the user entered goes where the value comes from, before any handler runs. */
export function writeModels(block: Block, node: number, type: string, detail: unknown): void {
  const models = block.plan.type.nodes[node]?.models;
  if (models === undefined || !reporting.includes(type) || !isObject(detail)) return;
  const state = stateOf(block.environment.owner.instance);
  if (state === undefined) return;
  const changes: DataChange[] = [];
  for (const attribute of ownKeys(models)) {
    const target = models[attribute];
    const path = target === undefined ? undefined : boundPath(block, target);
    if (path === undefined) continue;
    const member = attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    // A switch reports `checked` as `value`.
    const name = hasOwn(detail, member) ? member : 'value';
    if (hasOwn(detail, name)) changes.push({ path, value: detail[name] });
  }
  if (changes.length > 0) updateData(state, changes, false);
}
