import type { ProgramUnderTest } from '@terrarium/devtools/testing';

export const drives: Readonly<Record<string, (program: ProgramUnderTest) => Promise<void>>> = {};
