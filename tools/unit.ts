/** `npm run unit -- <filter>`: vitest on the test files whose path contains the filter, without the long way round. */
import { show } from './lib/exec.ts';

export default function unit(args: string[]): Promise<number> {
  return show('vitest', ['run', ...args]);
}
