/**
 * Does: finds a Chromium on this machine and says how to start it.
 * Does not: install one, drive one, or know what will run in it.
 * Owns: nothing.
 */
export { findChromium } from './find-chromium.ts';
export { chromiumLaunchOptions } from './launch-options.ts';
