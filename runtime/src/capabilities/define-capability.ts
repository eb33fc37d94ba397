import type { Capability } from '../protocol/capabilities.ts';

/** Keeps a declaration's exact types, so that a provider's parameters and result follow from it. */
export function defineCapability<const Declared extends Capability>(declared: Declared): Declared {
  return declared;
}
