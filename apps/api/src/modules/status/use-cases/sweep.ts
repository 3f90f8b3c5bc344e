import type { Tx } from '#platform/database';
import type { Needs } from '../ports.ts';
import { isMyTurn, providersToJudge } from '../store/lanes.ts';
import { attend } from './attend.ts';

/** What comes with time alone: a lane that has been red long enough, one that has been well long enough. */
export async function sweep({ ports }: Pick<Needs, 'ports'>, tx: Tx): Promise<void> {
  if (!(await isMyTurn(tx))) return;
  for (const { channel, name } of await providersToJudge(tx)) await attend(ports, tx, channel, name);
}
