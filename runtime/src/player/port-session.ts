import { createInspector, type Inspector, InspectorError } from '../inspector/index.ts';
import { problemOf } from '../protocol/errors.ts';
import type { FromPlayer, ToPlayer } from '../protocol/messages.ts';
import type { Port } from '../protocol/sandbox.ts';
import type { BridgeLink } from './bridge-link.ts';
import { createPortBridge } from './port-bridge.ts';
import type { Program } from './program.ts';

export type StartMessage = Extract<ToPlayer, { kind: 'start' }>;

export interface PortSessionOptions {
  readonly port: Port<ToPlayer, FromPlayer>;
  /** Opens package and program and reports a failure itself before it rejects. */
  open(start: StartMessage, bridge: BridgeLink): Promise<Program>;
  /** The host has closed the program. */
  stopped(): void;
}

/** Speaks with the host over a program's port, from `start` to `stop`. Returns its end. */
export function runPortSession({ port, open, stopped }: PortSessionOptions): () => void {
  const bridge = createPortBridge((message) => port.post(message));
  let starting: Promise<{ program: Program; inspector: Inspector } | undefined> | undefined;
  let over = false;

  const start = async (message: StartMessage) => {
    const program = await open(message, bridge).catch(() => undefined);
    if (over) program?.dispose();
    if (!program || over) return undefined;
    const inspector = createInspector(program);
    if (message.inspect) {
      inspector.onEvent((method, params) => port.post({ kind: 'inspector-event', method, params }));
    }
    return { program, inspector };
  };
  /** Runs once the program stands; before `start`, and after a failed one, there is nothing to do it to. */
  const withProgram = (run: (program: Program) => void) => {
    starting?.then((opened) => {
      if (opened && !over) run(opened.program);
    });
  };
  const inspect = async (message: Extract<ToPlayer, { kind: 'inspect' }>) => {
    const { id, method, params } = message;
    try {
      const opened = await starting;
      if (!opened) throw new InspectorError(-32000, 'The program is not running.');
      port.post({ kind: 'inspected', id, result: await opened.inspector.handle(method, params) });
    } catch (error) {
      const code = error instanceof InspectorError ? error.code : -32000;
      port.post({ kind: 'inspected', id, error: `${code}: ${problemOf(error).message}` });
    }
  };
  const end = () => {
    if (over) return;
    over = true;
    undo();
    starting?.then((opened) => opened?.program.dispose());
    stopped();
  };
  const undo = port.onMessage((message) => {
    if (bridge.receive(message)) return;
    switch (message.kind) {
      case 'start':
        // One port, one program.
        starting ??= start(message);
        break;
      case 'visibility':
        withProgram((program) => (message.visible ? program.show(message.options) : program.hide()));
        break;
      case 'environment':
        withProgram((program) => program.setEnvironment(message.environment));
        break;
      case 'keyboard':
        withProgram((program) => program.setKeyboard(message.keyboard));
        break;
      case 'background-sound':
        withProgram((program) => program.controlSound(message.action));
        break;
      case 'inspect':
        void inspect(message);
        break;
      case 'stop':
        end();
        break;
    }
  });
  return end;
}
