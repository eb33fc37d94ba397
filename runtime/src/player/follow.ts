/**
 * Settings after the defaults they started from have changed: those that still show their old default take the new
 * one, those that were set since stay.
 */
export function follow<Settings extends object, Defaults extends Partial<Settings>>(
  shown: Settings,
  before: Defaults,
  after: Defaults,
): Settings {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(shown));
  const changed = Object.entries(after).filter(([name]) => now.get(name) === old.get(name));
  return { ...shown, ...Object.fromEntries(changed) };
}
