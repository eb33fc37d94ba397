import type { Host } from '../blocks/types.ts';
import { isArray } from '../intrinsics.ts';

/**
 * What stands for each external class of a component right now; undefined when it has none. One that is given
 * nothing stands for nothing.
 */
export function givenClasses(host: Host, names: ReadonlySet<string>): Readonly<Record<string, string>> | undefined {
  if (names.size === 0) return undefined;
  const classes: Record<string, string> = {};
  for (const name of names) classes[name] = classText(host.given(camelCase(name)));
  return classes;
}

function classText(value: unknown): string {
  if (isArray(value)) return value.map(classText).join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Attributes of components reach the guest in this form. */
function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
