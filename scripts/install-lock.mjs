// @ts-check
// One command at a time may install: `npm ci` empties node_modules under the feet of a second one. Plain JavaScript
// and Node only, since it runs before anything is installed.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Between making the folder and writing the pid into it lies no more than this, on any machine. */
const halfMadeMs = 10_000;
const askAgainMs = 100;

/**
 * Waits until `lock` is ours: a folder, which only one process can make, with the pid of its owner in it. What a dead
 * process left behind is taken away.
 * @param {string} lock a path whose folder may not exist yet
 * @param {() => void} [waits] runs once when another process has it
 * @returns {() => void} gives it back
 */
export function takeLock(lock, waits = () => undefined) {
  mkdirSync(dirname(lock), { recursive: true });
  for (let first = true; !tryToTake(lock); first = false) {
    if (first) waits();
    if (isLeftBehind(lock)) takeAway(lock);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, askAgainMs);
  }
  return () => rmSync(lock, { recursive: true, force: true });
}

/** @param {string} lock */
function tryToTake(lock) {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  return true;
}

/** @param {string} lock */
function isLeftBehind(lock) {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
    if (pid > 0) return !isAlive(pid);
  } catch {
    // Its owner has yet to write it, or never will.
  }
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > halfMadeMs;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Renamed before it is removed: of several that found it dead one succeeds. Should it have become somebody's in the
 * meantime, it goes back.
 * @param {string} lock
 */
function takeAway(lock) {
  const aside = `${lock}-${process.pid}`;
  try {
    renameSync(lock, aside);
    if (!isLeftBehind(aside)) renameSync(aside, lock);
  } catch {
    // Another command was faster: the next round sees what there is now.
  }
  rmSync(aside, { recursive: true, force: true });
}
