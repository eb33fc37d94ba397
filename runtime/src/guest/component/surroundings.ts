import type { PageOperations } from '../blocks/page-operations.ts';
import type { UnitRegistry } from '../blocks/unit-registry.ts';
import type { Reporter } from '../reporter.ts';
import type { ComponentState } from './component-state.ts';

/** What component instances need from the base library around them. */
export interface Surroundings {
  readonly reporter: Reporter;
  readonly units: UnitRegistry;
  /** Counts turns: a flag set in an earlier one, whose code was cut off, no longer holds. */
  turn(): number;
  /** Milliseconds since the guest began. */
  elapsedMs(): number;
  /** Runs `callback` when the view holds what has changed so far. */
  afterRender(page: PageOperations, callback: () => void): void;
  attached(state: ComponentState): void;
  detached(state: ComponentState): void;
}
