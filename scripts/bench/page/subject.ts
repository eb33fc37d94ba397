import type { ChangeKind, ChangeOrder } from '../program/changes.js';

export type { ChangeKind, ChangeOrder };

/** How long one change took, in milliseconds from the call that asks for it. */
export interface Timing {
  /** Until the DOM is written. */
  readonly domMs: number;
  /** Until a forced layout is through. */
  readonly layoutMs: number;
}

/** One way to draw the same list: five elements a row, in a document of its own. */
export interface Subject {
  /** Gets the change ready; not measured. */
  prepare(order: ChangeOrder): Promise<void>;
  /** Carries it out. */
  run(): Promise<Timing>;
  /** Rows drawn right now, counted in the DOM. */
  rowCount(): number;
  /** Text of the row in the middle, as drawn. */
  middleText(): string;
  /** Resolves when nothing of the last change is pending. */
  settled(): Promise<void>;
}

/** Made in a frame of its own, by name. */
export const subjectNames = ['vanilla', 'react', 'glass-easel', 'glass-easel-components', 'terrarium'] as const;
export type SubjectName = (typeof subjectNames)[number];

declare global {
  interface Window {
    /** Set by the page in the frame; rejects when it cannot be made. */
    subject?: Promise<Subject>;
  }
  /** Compiled templates by name, see `templates.ts`. */
  var glassEaselTemplates: Readonly<Record<string, Record<string, unknown>>>;
}

/** Forces layout of all of `document`. */
export function layOut(document: Document): void {
  document.body.getBoundingClientRect();
}

/** For subjects that write the DOM before `change` returns. */
export function timeSync(change: () => void): Timing {
  const start = performance.now();
  change();
  const written = performance.now();
  layOut(document);
  return { domMs: written - start, layoutMs: performance.now() - start };
}
