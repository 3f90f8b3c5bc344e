import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { toolsFolder } from './place.mjs';

const file = path.join(toolsFolder, 'install.lock');

/**
 * Runs `work` while no other command of this repository installs anything. The lock names its process; the lock of a
 * dead one counts for nothing.
 * @template T @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function withLock(work) {
  for (let waited = 0; !tryLock(); waited += 1) {
    if (waited === 0) console.error('  … Waiting for another command of this project to finish installing');
    await wait(200);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release); // a Ctrl-C ends the process in the middle of the work
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function tryLock() {
  if (make()) return true;
  if (ownerLives()) return false;
  rmSync(file, { force: true });
  return make();
}

/** @returns {boolean} false where there is a lock already */
function make() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

function ownerLives() {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner === process.pid || !Number.isInteger(owner)) return false;
    if (owner === 0) return true; // made this instant, not yet written
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'; // lives, belongs to somebody else
  }
}
