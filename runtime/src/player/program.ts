import type { OpenedPackage } from '../package/index.ts';
import type { Problem } from '../protocol/errors.ts';
import type { Json } from '../protocol/json.ts';
import type { Environment, InspectMethod, LaunchOptions, PlayerReport, SoftKeyboard } from '../protocol/messages.ts';
import type { Sandbox } from '../sandbox/index.ts';
import type { PageTree } from '../view/index.ts';
import type { BridgeLink } from './bridge-link.ts';
import type { Warning } from './journal.ts';
import type { PageProgress } from './rendering.ts';
import type { Screen } from './screen.ts';
import type { SyntheticInput } from './synthetic-input.ts';
import type { Timers } from './timers.ts';

export interface ProgramOptions {
  readonly package: OpenedPackage;
  /** Opens the sandbox with its base library loaded. The program disposes it. */
  readonly sandbox: () => Promise<Sandbox>;
  /** Opens a sandbox for a worker of the program, with the workers' base library and `workerLimits`. Without it there are none. */
  readonly workerSandbox?: (() => Promise<Sandbox>) | undefined;
  readonly bridge: BridgeLink;
  /** The caller disposes it, after the program. */
  readonly screen: Screen;
  readonly launch: LaunchOptions;
  readonly environment: Environment;
  /** Stored values, key → JSON text: the mirror behind the sync storage calls. */
  readonly storage: Readonly<Record<string, string>>;
  /** Milliseconds, monotonic. */
  readonly now?: () => number;
  readonly timers?: Timers;
}

export interface PageInfo extends PageProgress {
  readonly page: number;
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  readonly nodes: number;
}

/** One running mini-program: worker, trees, page stack. Ends by `dispose` or by breaking its contract. */
export interface Program extends SyntheticInput {
  readonly appId: string;
  readonly development: boolean;
  /** Route of the page on top, `''` when there is none. */
  readonly route: string;
  /** Open pages, bottom first. */
  pages(): readonly PageInfo[];
  /** Tree of a page, the one on top by default. @throws TerrariumError BAD_ARGUMENT when it is not open. */
  tree(page?: number): PageTree;
  /** Data of a page, the one on top by default. */
  data(page?: number): Promise<Json>;
  /** Asks the guest; see `inspectMethods`. Rejects with the guest's error text or when the program ends. */
  inspect(method: InspectMethod, params: Json): Promise<Json>;
  /** The program goes to the background. */
  hide(): void;
  /** It comes back; with the path of another page it reopens there. */
  show(options?: LaunchOptions): void;
  setEnvironment(environment: Environment): void;
  /** What the person does to the sound that plays in the background. */
  controlSound(action: 'play' | 'pause' | 'stop'): void;
  /** The device's keyboard came, went or has another size. */
  setKeyboard(keyboard: SoftKeyboard): void;
  /** For tests and tools: a keyboard of this height comes with every field that is written in; with 0 none does. */
  simulateKeyboard(height: number): void;
  /** Resolves when no message, call, navigation or frame is pending. Unanswered modals and sheets do not count. */
  idle(): Promise<void>;
  /** Uncaught errors so far, in the author's positions. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
  /** Why the program is over, when it ended by itself. */
  readonly ended: Problem | undefined;
  /** Hears every report the host gets. Returns its undo. */
  onReport(listener: (report: PlayerReport) => void): () => void;
  /** Ends the program without a word. The screen stays as it is. */
  dispose(): void;
}
