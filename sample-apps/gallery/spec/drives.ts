import type { ProgramUnderTest } from '@terrarium/devtools/testing';
import { componentDrives } from './component-drives.ts';
import { formDrives } from './form-drives.ts';
import { mediaDrives } from './media-drives.ts';
import { viewDrives } from './view-drives.ts';

/** Works the example of a page with real input and checks what it changed and what the log heard. */
export type Drive = (program: ProgramUnderTest) => Promise<void>;

/** By id of the entry. */
export const drives: ReadonlyMap<string, Drive> = new Map(
  Object.entries({ ...componentDrives, ...formDrives, ...mediaDrives, ...viewDrives }),
);
