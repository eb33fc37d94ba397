import type { AuditLine } from '@terrarium/runtime';
import type { UsedCapability } from '../store.ts';

/** Counts one audited call, the capability used last first. What is no capability at all is not listed. */
export function noteCall(calls: readonly UsedCapability[], line: AuditLine): readonly UsedCapability[] {
  if (line.name === '?') return calls;
  const before = calls.find((call) => call.name === line.name) ?? { name: line.name, allowed: 0, refused: 0 };
  const refused = line.outcome === 'refused' ? 1 : 0;
  const after = { ...before, allowed: before.allowed + 1 - refused, refused: before.refused + refused };
  return [after, ...calls.filter((call) => call.name !== line.name)];
}
