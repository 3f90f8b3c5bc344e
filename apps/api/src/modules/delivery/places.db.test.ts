import type { SendOutcome } from '@sampai/carriers';
import { afterEach, describe, expect, it } from 'vitest';
import { usePost } from './testing/post.ts';
import { useRelays } from './testing/relays.ts';

const post = usePost();
const { begin, work } = useRelays(post);

describe('the places of a lane', () => {
  const places = async (many: number) => {
    await post.house.database.query(
      `UPDATE policy SET value = jsonb_set(value, '{places}', jsonb_build_object('*', $1::int)) WHERE key = 'delivery.pace'`,
      [many],
    );
    post.house.policies.forget();
  };
  afterEach(() => places(20));

  it('bound how many connections carry its mail at a time, over all its routes and of all workers together', async () => {
    await places(3);
    const { first, second } = begin();
    const inHand = { now: 0, peak: 0 };
    const carry = async (outcome: SendOutcome) => {
      inHand.now += 1;
      inHand.peak = Math.max(inHand.peak, inHand.now);
      await new Promise((resolve) => setTimeout(resolve, 5)); // as long as a relay takes to answer
      inHand.now -= 1;
      return outcome;
    };
    const taken = (route: string, id: string): SendOutcome => ({
      kind: 'accepted',
      providerId: id,
      reply: route,
    });
    // Every other mail is tried by the second relay, once the first one has deferred it.
    const later: SendOutcome = { kind: 'deferred', scope: 'message', reply: '450 4.5.0 later' };
    first.answer = ({ id, text }) => carry(text.startsWith('odd') ? later : taken(first.route, id));
    second.answer = ({ id }) => carry(taken(second.route, id));
    const refs: string[] = [];
    for (let n = 0; n < 24; n += 1) refs.push(await post.queue(`${n % 2 ? 'odd' : 'even'}${n}`));
    await Promise.all([work(), work()]);
    for (const ref of refs) await post.house.until(async () => (await post.rowOf(ref))?.reply);
    await post.house.advance(3);
    for (const ref of refs) await post.inState(ref, 'SENT_ON');
    expect(second.sent).toHaveLength(12);
    expect(inHand.peak).toBe(3);
  });
});
