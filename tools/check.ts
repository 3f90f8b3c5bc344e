/** `npm run check`: the static gates alone. */
import { runGates } from './gates/index.ts';
import { gateLine } from './test/report.ts';

export default async function check(): Promise<number> {
  let failed = 0;
  await runGates((gate, faults, seconds) => {
    console.log(gateLine(gate.name, faults, seconds));
    if (faults.length > 0) failed += 1;
  });
  return failed === 0 ? 0 : 1;
}
