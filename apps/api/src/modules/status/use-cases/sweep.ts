import type { Tx } from '#platform/database';
import type { Needs } from '../ports.ts';
import { isMyTurn, providersToJudge } from '../store/lanes.ts';
import { attend } from './attend.ts';
import { attendOurselves } from './attend-ourselves.ts';
import { payNotices } from './pay-notices.ts';

/**
 * What comes with time alone: a lane that has been red, or well, long enough, as far as anybody has looked lately; our own sending
 * that stands still, or runs again.
 */
export async function sweep(needs: Omit<Needs, 'db'>, tx: Tx): Promise<void> {
  if (!(await isMyTurn(tx))) return;
  const { isJudged } = await needs.ports.ourSending();
  if (isJudged) {
    for (const { channel, name } of await providersToJudge(tx)) await attend(needs, tx, channel, name);
    await payNotices(needs, tx);
  }
  await attendOurselves(needs, tx);
}
