import type { FramePool } from './types.ts';

/** Keeps page frames inside `container`, which must be positioned; frames fill it. */
export declare function createFrames(container: HTMLElement): FramePool;
