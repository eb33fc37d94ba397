/**
 * The guest's side of networks, files and workers. A bundle of its own: its source comes through the door and is run when a program
 * first asks for one of them. It holds no authority: calls leave by `link`, operations on the worker's files by `files`.
 */
import { createBytes } from './door.ts';
import { fileMembers } from './file-manager.ts';
import { socketMembers } from './sockets.ts';
import { createTasks } from './tasks.ts';
import { transferMembers } from './transfers.ts';
import type { CreateIoLibrary } from './types.ts';
import { workerMembers } from './workers.ts';

export type { CreateIoLibrary, IoKit, IoLibrary } from './types.ts';

export const createIoLibrary: CreateIoLibrary = (kit) => {
  const bytes = createBytes(kit);
  const tasks = createTasks(kit.link);
  return {
    members: {
      ...transferMembers(kit, tasks, bytes),
      ...socketMembers(kit, tasks, bytes),
      ...fileMembers(kit, bytes),
      ...workerMembers(kit.link),
    },
  };
};
