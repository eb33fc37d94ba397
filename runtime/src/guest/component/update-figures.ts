import type { ComponentState } from './component-state.ts';
import type { DataChange } from './update-data.ts';

/** What `setUpdatePerformanceListener(options, listener)` was given. */
export interface UpdateListener {
  listener(...values: unknown[]): unknown;
  readonly withDataPaths: boolean;
}

let lastProcess = 0;
/** Updates under way, outermost first: what one causes is its child. */
const open: number[] = [];

/**
 * Begins to measure one update; the function returned ends it. The listener hears of it when the view has drawn it:
 * `updateEndTimestamp` is that moment, so the figures hold guest, transport and drawing. Milliseconds since 1970.
 */
export function measureUpdate(
  state: ComponentState,
  { listener, withDataPaths }: UpdateListener,
  changes: readonly DataChange[],
): () => void {
  lastProcess += 1;
  const updateProcessId = lastProcess;
  const parentUpdateProcessId = open[open.length - 1];
  const started = Date.now();
  const dataPaths = withDataPaths ? changes.map(({ path }) => path.slice()) : undefined;
  open.push(updateProcessId);
  return () => {
    open.splice(open.indexOf(updateProcessId));
    const { reporter } = state.surroundings;
    state.surroundings.afterRender(state.page, () => {
      const figures = {
        updateProcessId,
        parentUpdateProcessId,
        isMergedUpdate: false,
        dataPaths,
        pendingStartTimestamp: started,
        updateStartTimestamp: started,
        updateEndTimestamp: Date.now(),
      };
      reporter.guard(listener, state.instance, [figures], 'listener', 'setUpdatePerformanceListener');
    });
  };
}
