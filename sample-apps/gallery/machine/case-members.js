import { caseRunOf } from './case-runs.js';
import { tapped } from './run-case.js';

/** What a page needs to show and run the cases of its entry. */
export const caseMembers = {
  /** `path` shows this page again. */
  followCases(id, path) {
    const run = caseRunOf(id);
    if (run.state.cards.length === 0) return;
    const tell = (state) => this.setData({ 'gallery.cases': state });
    this.cases = { run, path, tell };
    run.tell = tell;
    tell(run.state);
  },

  /** Another page of the entry may have come since. */
  leaveCases() {
    const { run, tell } = this.cases ?? {};
    if (run?.tell === tell && run) run.tell = undefined;
  },

  onRun({ detail: { name } }) {
    tapped();
    this.cases.run.run(name, this.cases.path);
  },

  onGoOn() {
    this.cases.run.goOn();
  },
};
