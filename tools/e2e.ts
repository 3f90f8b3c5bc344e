/** `npm run e2e -- <filter>`: the journeys, on a Sampai started for them. */
import { makeUndo } from './lib/undo.ts';
import { askedToStop } from './start/signals.ts';
import { runJourneys } from './test/e2e.ts';
import { startTestStack } from './test/stack.ts';

export default async function e2e(filter: string[]): Promise<number> {
  const undo = makeUndo();
  try {
    const run = async () => (await runJourneys(await startTestStack(undo, 'e2e'), filter)).failed === 0;
    const passed = await Promise.race([run(), askedToStop()]);
    return passed ? 0 : 1;
  } finally {
    await undo.run();
  }
}
