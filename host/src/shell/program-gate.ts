import { connectProgram, createBridge, supportedBy } from '@terrarium/runtime';
import type { Manifest, PlayerReport } from '@terrarium/runtime/protocol';
import { createProviders } from '../providers/index.ts';
import { hostApi } from './host.ts';
import { changeRunning, type RunningProgram, type UsedCapability, useShell } from './store.ts';

/** The host's side of one program window: the gate with its providers, and what the program starts with. */
export interface ProgramGate {
  readonly digest: string;
  /** Stored values at launch, key → JSON text. */
  readonly storage: Readonly<Record<string, string>>;
  readonly supported: readonly string[];
  readonly hostVersion: string;
  /** Answers what comes over this port and hands on what the player reports. The caller starts and closes the port. */
  connect(port: MessagePort, onReport: (report: PlayerReport) => void): void;
  dispose(): void;
}
