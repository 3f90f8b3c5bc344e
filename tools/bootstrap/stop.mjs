import { constants } from 'node:os';

/** @type {NodeJS.Signals[]} */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the first steps so that being asked to end is answered in a word. Whoever has something to put away meanwhile
 * does so when the process exits.
 * @template T @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function stoppable(work) {
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    console.error('\nStopped.');
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}
