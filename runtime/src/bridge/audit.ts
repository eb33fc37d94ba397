import type { ErrorCode } from '../protocol/errors.ts';
import type { GateName } from './gate.ts';

/** Where a call ended: `reply` is the whole way. */
export type Stage = 'decode' | GateName | 'provider' | 'check' | 'reply';

/** One call of one program, after it ended. Names nothing of its parameters or result. */
export interface AuditLine {
  /** Milliseconds since the epoch at which the call arrived. */
  readonly at: number;
  readonly appId: string;
  /** Capability, or `?` for a name that is none: what a guest wrote does not reach the log. */
  readonly name: string;
  readonly stage: Stage;
  readonly outcome: 'ok' | 'refused' | 'failed';
  readonly code?: ErrorCode | undefined;
  readonly durationMs: number;
}

export interface AuditRing {
  /** Keeps the line and forgets the oldest above the capacity. */
  add(line: AuditLine): void;
  /** Oldest first. */
  lines(): readonly AuditLine[];
}

/** The last `capacity` lines, in memory. */
export function createAuditRing(capacity = 1_000): AuditRing {
  const lines: AuditLine[] = [];
  return {
    add(line) {
      lines.push(line);
      if (lines.length > capacity) lines.splice(0, lines.length - capacity);
    },
    lines: () => [...lines],
  };
}
