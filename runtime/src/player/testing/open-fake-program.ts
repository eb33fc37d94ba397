import type { CallOutcome } from '../../protocol/capabilities.ts';
import type { Json } from '../../protocol/json.ts';
import type { LaunchOptions, PlayerReport } from '../../protocol/messages.ts';
import { defaultEnvironment } from '../default-environment.ts';
import { createHeadlessScreen } from '../headless-screen.ts';
import { openProgram } from '../open-program.ts';
import type { ProgramOptions } from '../program.ts';
import { createFakeGuest } from './fake-guest.ts';
import { fakePackage } from './fake-package.ts';
import { createManualTimers } from './manual-timers.ts';

/** A call that reached the host. */
export interface HostCall {
  readonly name: string;
  readonly params: Json;
  readonly gestureAgeMs: number | undefined;
  answer(outcome: CallOutcome): void;
}

/** What a program is made of in tests, before it is opened: guest, host, screen and clock played by the test. */
export function prepareFakeProgram() {
  const guest = createFakeGuest();
  const screen = createHeadlessScreen();
  const clock = createManualTimers();
  const reports: PlayerReport[] = [];
  const hostCalls: HostCall[] = [];
  const notified = new Set<(name: string, data: Json) => void>();
  const launch: LaunchOptions = { path: '', query: {}, scene: 1001 };
  const options: ProgramOptions = {
    package: fakePackage(),
    sandbox: async () => guest.sandbox,
    bridge: {
      call: (name, params, gestureAgeMs) =>
        new Promise((answer) => {
          hostCalls.push({ name, params, gestureAgeMs, answer });
        }),
      onNotify(listener) {
        notified.add(listener);
        return () => void notified.delete(listener);
      },
      report: (report) => void reports.push(report),
    },
    screen,
    launch,
    environment: defaultEnvironment([]),
    storage: { theme: '"dark"' },
    now: clock.now,
    timers: clock,
  };
  const notify = (name: string, data: Json) => {
    for (const hear of notified) hear(name, data);
  };
  return { guest, screen, clock, reports, hostCalls, notify, options };
}

/** Opens a program over fakes and lets it come to rest. */
export async function openFakeProgram(change: Partial<ProgramOptions> = {}) {
  const prepared = prepareFakeProgram();
  const program = await openProgram({ ...prepared.options, ...change });
  await program.idle();
  return { ...prepared, program };
}
