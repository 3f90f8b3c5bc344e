/** `npm run e2e -- <filter>`: the journeys, on a Sampai started for them; `-- firefox`: the one in Firefox. */
import { makeUndo } from './lib/undo.ts';
import { askedToStop } from './start/signals.ts';
import { runJourneys } from './test/e2e.ts';
import { runFirefox } from './test/firefox.ts';
import { startTestStack } from './test/stack.ts';

export default async function e2e(filter: string[]): Promise<number> {
  const undo = makeUndo();
  try {
    const run = async () => {
      const stack = await startTestStack(undo, 'e2e');
      const tally = filter[0] === 'firefox' ? await runFirefox(stack) : await runJourneys(stack, filter);
      return tally.failed === 0;
    };
    const passed = await Promise.race([run(), askedToStop()]);
    return passed === true ? 0 : 1;
  } finally {
    await undo.run();
  }
}
