import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

const LONGEST_MS = 60_000;

/** Finds the key of a challenge off the page's own thread, and answers with the solution, or null where there was none in time. */
self.onmessage = async ({ data }: MessageEvent<Challenge>) => {
  const solution = await solveChallenge({ challenge: data, deriveKey, timeout: LONGEST_MS }).catch(
    () => null,
  );
  self.postMessage(solution);
};
