import type { ProgramWorkers } from '../program-workers.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

/** What `wx.createWorker` and its object send. */
export function workerCalls(workers: ProgramWorkers): Pick<PlayerHandlers, 'orderWorker'> {
  return {
    async orderWorker({ worker, action, path, text }) {
      switch (action) {
        case 'create': {
          const wrong = await workers.create(worker, path);
          return wrong === undefined ? done() : failed(wrong, 'MODULE');
        }
        case 'post':
          workers.post(worker, text);
          return done();
        case 'taken':
          workers.taken(worker);
          return done();
        case 'stop':
          workers.terminate(worker);
          return done();
        default:
          return action satisfies never;
      }
    },
  };
}
