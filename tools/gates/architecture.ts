import path from 'node:path';
import { capture } from '../lib/exec.ts';
import { root } from '../lib/paths.ts';

const WHERE = ['apps', 'packages', 'prisma', 'tools', 'e2e', 'bench', 'replay'];

// Fewer modules or arrows than this means that the parser saw nothing, not that the house is small.
const FLOOR = { modules: 300, arrows: 1000 };

type Violation = { from: string; to: string; rule: { name: string } };
type Cruise = {
  summary: { violations: Violation[]; totalCruised: number; totalDependenciesCruised: number };
};

/** What dependency-cruiser finds below `folder`, with this repository's rules. */
export async function cruise(folder: string, where: string[] = WHERE): Promise<Cruise['summary']> {
  const config = path.join(root, '.dependency-cruiser.cjs');
  const args = ['--config', config, '--output-type', 'json', ...where];
  const { output } = await capture('depcruise', args, { cwd: folder });
  try {
    return (JSON.parse(output) as Cruise).summary;
  } catch {
    throw new Error(`dependency-cruiser did not come to an end:\n${output}`);
  }
}

/** The sentences of the architecture gate; none when all is well. */
export async function architectureFaults(): Promise<string[]> {
  const { violations, totalCruised, totalDependenciesCruised } = await cruise(root);
  const blind = totalCruised < FLOOR.modules || totalDependenciesCruised < FLOOR.arrows;
  const sight = `Only ${totalCruised} modules and ${totalDependenciesCruised} imports were seen: is @swc/core there?`;
  return [
    ...(blind ? [sight] : []),
    ...violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  ];
}
