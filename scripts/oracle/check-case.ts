import type { OracleCase } from './case.ts';
import { runGlassEasel } from './run-glass-easel.ts';
import type { Trace } from './trace.ts';

/** Where two runs of a case part. */
export interface Difference {
  /** 0 is the start, 1 the first action. */
  readonly step: number;
  readonly what: 'tree' | 'calls' | 'errors';
  readonly glassEasel: string;
  readonly terrarium: string;
}

export interface Outcome {
  /** Undefined when they agree. */
  readonly difference: Difference | undefined;
  /** Only the first steps were compared, by a rule that ends a comparison. */
  readonly cut: boolean;
}

/** Runs a case in glass-easel and, as `ours` does, here. */
export async function checkCase(given: OracleCase, ours: (given: OracleCase) => Promise<Trace>): Promise<Outcome> {
  const glassEasel = runGlassEasel(given);
  return { difference: compareTraces(glassEasel, await ours(given)), cut: glassEasel.cut };
}

/** The first difference of two traces. */
export function compareTraces(glassEasel: Trace, terrarium: Trace): Difference | undefined {
  for (let step = 0; step < glassEasel.steps.length; step += 1) {
    const theirs = glassEasel.steps[step];
    const ours = terrarium.steps[step];
    const their = theirs?.lines ?? [];
    const our = ours?.lines ?? [];
    const at = Array.from({ length: Math.max(their.length, our.length) }).findIndex(
      (_, line) => their[line] !== our[line],
    );
    if (at >= 0) {
      const around = (lines: readonly string[]): string => lines.slice(Math.max(at - 12, 0), at + 4).join('\n');
      return { step, what: 'calls', glassEasel: around(their), terrarium: around(our) };
    }
    if (theirs?.tree !== ours?.tree)
      return { step, what: 'tree', glassEasel: theirs?.tree ?? '', terrarium: ours?.tree ?? '' };
  }
  if (!glassEasel.cut && glassEasel.errors.length !== terrarium.errors.length) {
    return {
      step: -1,
      what: 'errors',
      glassEasel: glassEasel.errors.join('\n'),
      terrarium: terrarium.errors.join('\n'),
    };
  }
  return undefined;
}
