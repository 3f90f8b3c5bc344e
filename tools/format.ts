/** `npm run format`: formats everything and applies the linter's safe fixes. */
import { show } from './lib/exec.ts';

export default function format(args: string[]): Promise<number> {
  return show('biome', ['check', '--write', ...args]);
}
