import { baseCases } from './base.js';
import { deviceCases } from './device.js';
import { drawingCases } from './drawing.js';
import { feedbackCases } from './feedback.js';
import { fileCases } from './files.js';
import { mediaCases } from './media.js';
import { networkCases } from './network.js';
import { pageCases } from './page.js';
import { partCases } from './parts.js';
import { peopleCases } from './people.js';
import { placeCases } from './places.js';
import { routeCases } from './routes.js';
import { socketCases } from './sockets.js';
import { storageCases } from './storage.js';
import { workerCases } from './workers.js';

/** By the name of their file. */
export const caseFiles = {
  base: baseCases,
  page: pageCases,
  feedback: feedbackCases,
  routes: routeCases,
  storage: storageCases,
  device: deviceCases,
  places: placeCases,
  media: mediaCases,
  network: networkCases,
  sockets: socketCases,
  files: fileCases,
  people: peopleCases,
  drawing: drawingCases,
  parts: partCases,
  workers: workerCases,
};

/**
 * Member of `wx` → its cases. The gallery runs them, its spec does a person's part, and `npm run compat` counts them.
 *
 * @type {ReadonlyMap<string, import('./case.js').Cases>}
 */
export const casesByName = new Map(Object.values(caseFiles).flatMap((cases) => Object.entries(cases)));
