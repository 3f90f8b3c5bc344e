import type { SendOutcome } from '@sampai/carriers';
import { describe, expect, it } from 'vitest';
import { usePost } from './testing/post.ts';

const post = usePost();

describe('a receipt', () => {
  const receipt = (state: 'delivered' | 'undeliverable' | 'rejected' | 'enroute', ...providerIds: string[]) =>
    post.carrier.receive({ providerIds, state });

  it('that comes before the answer to the submission is found again', async () => {
    let answer = (_: SendOutcome) => {};
    post.carrier.answers = [
      new Promise((resolve) => {
        answer = resolve;
      }),
    ];
    await post.work();
    const ref = await post.queue('early');
    await post.house.until(() => post.carrier.sent.length === 1);
    void receipt('delivered', 'id-early');
    await post.house.until(
      async () =>
        (await post.house.database.query(`SELECT 1 FROM orphan_receipt WHERE provider_id = 'id-early'`))[0],
    );
    answer({ kind: 'accepted', providerId: 'id-early', reply: 'ok' });
    await post.inState(ref, 'DELIVERED');
    expect(post.progressOf(ref)).toEqual(['accepted', 'delivered']);
  });

  it('that crosses the answer to the submission is not lost between the two', async () => {
    // The receipt is being put aside, which takes a while, when the answer is written and looks for it.
    await post.house.database.query(`CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NEW; END $$`);
    await post.house.database.query(
      `CREATE TRIGGER dawdle BEFORE INSERT ON orphan_receipt FOR EACH ROW EXECUTE FUNCTION dawdle()`,
    );
    try {
      let answer = (_: SendOutcome) => {};
      post.carrier.answers = [
        new Promise((resolve) => {
          answer = resolve;
        }),
      ];
      await post.work();
      const ref = await post.queue('crossing');
      await post.house.until(() => post.carrier.sent.length === 1);
      await post.house.database.query('SELECT pg_advisory_lock(4711)');
      void receipt('delivered', 'id-crossing');
      await post.house.until(
        async () =>
          (
            await post.house.database.query(
              `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
            )
          )[0],
      );
      answer({ kind: 'accepted', providerId: 'id-crossing', reply: 'ok' });
      await post.house.until(
        async () =>
          (
            await post.house.database.query(
              `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted HAVING count(*) = 2`,
            )
          )[0],
      );
      await post.house.database.query('SELECT pg_advisory_unlock(4711)');
      await post.inState(ref, 'DELIVERED');
    } finally {
      await post.house.database.query('DROP TRIGGER dawdle ON orphan_receipt');
    }
  });

  it('that comes twice, or contradicts the first, changes nothing', async () => {
    const { stop } = await post.work();
    const ref = await post.queue('twice');
    await post.inState(ref, 'SENT_ON');
    await receipt('delivered', `${post.carrier.route}-1`);
    const delivered = await post.inState(ref, 'DELIVERED');
    await post.house.advance(5);
    await receipt('delivered', `${post.carrier.route}-1`);
    await receipt('undeliverable', `${post.carrier.route}-1`);
    await stop();
    expect(await post.rowOf(ref)).toMatchObject({ state: 'DELIVERED', delivered_at: delivered.delivered_at });
    expect(post.progressOf(ref)).toEqual(['accepted', 'delivered']);
    expect(await post.stationsOf(ref)).toEqual(['QUEUED', 'SENT_ON', 'DELIVERED']);
  });

  it('that came twice does not answer for a later message, when the carrier counts from one again', async () => {
    const { stop } = await post.work();
    const first = await post.queue('before the restart');
    await post.inState(first, 'SENT_ON');
    await receipt('delivered', `${post.carrier.route}-1`);
    await post.inState(first, 'DELIVERED');
    await receipt('delivered', `${post.carrier.route}-1`);
    await stop();
    post.carrier.sent.length = 0;
    const again = await post.work();
    const second = await post.queue('after the restart');
    await post.inState(second, 'SENT_ON');
    await again.stop();
    expect(await post.rowOf(second)).toMatchObject({ state: 'SENT_ON' });
  });

  it('that says the message is on its way ends nothing', async () => {
    const { stop } = await post.work();
    const ref = await post.queue('enroute');
    await post.inState(ref, 'SENT_ON');
    await receipt('enroute', `${post.carrier.route}-1`);
    await receipt('delivered', 'somebody else');
    await stop();
    expect(await post.rowOf(ref)).toMatchObject({ state: 'SENT_ON' });
  });

  it('that says it will never arrive is told as a refusal', async () => {
    await post.work();
    const ref = await post.queue('undeliverable');
    await post.inState(ref, 'SENT_ON');
    await receipt('undeliverable', `${post.carrier.route}-1`);
    expect(await post.inState(ref, 'REFUSED')).toMatchObject({ delivered_at: null });
    expect(post.progressOf(ref)).toEqual(['accepted', 'refused']);
  });

  it.each([
    ['undeliverable', true],
    ['rejected', false],
  ] as const)('that says %s tells whether another way to the address is of use', async (state, ofAddress) => {
    await post.work();
    const ref = await post.queue(state);
    await post.inState(ref, 'SENT_ON');
    await receipt(state, `${post.carrier.route}-1`);
    await post.inState(ref, 'REFUSED');
    expect(post.helpFor(ref)).toMatchObject([{ reason: 'refused', ofAddress, tried: [post.carrier.route] }]);
  });

  it('that refuses before the answer to the submission is written is helped as one that comes after it', async () => {
    await post.house.database.query(
      `INSERT INTO orphan_receipt (route, provider_id, state) VALUES ($1, 'id-refused', 'rejected')`,
      [post.carrier.route],
    );
    post.carrier.answers = [{ kind: 'accepted', providerId: 'id-refused', reply: 'ok' }];
    await post.work();
    const ref = await post.queue('refused early');
    await post.inState(ref, 'REFUSED');
    await post.house.until(() => post.stuckOf(ref).length > 0);
    expect(post.helpFor(ref)).toMatchObject([{ reason: 'refused', ofAddress: false }]);
  });

  it('is for the message that has the id as written, not for one that has its hexadecimal twin', async () => {
    post.carrier.answers = ['16', '10'].map(
      (providerId) => ({ kind: 'accepted', providerId, reply: 'ok' }) as const,
    );
    await post.work();
    const twin = await post.queue('twin');
    await post.inState(twin, 'SENT_ON');
    const meant = await post.queue('meant');
    await post.inState(meant, 'SENT_ON');
    await receipt('delivered', '10', '16');
    await post.inState(meant, 'DELIVERED');
    expect(await post.rowOf(twin)).toMatchObject({ state: 'SENT_ON' });
    await receipt('delivered', '22', '16');
    await post.inState(twin, 'DELIVERED');
  });

  it('of another route is none of ours', async () => {
    const elsewhere = post.openLane();
    await post.work();
    const ref = await post.queue('ours');
    await post.inState(ref, 'SENT_ON');
    await elsewhere.carrier.receive({ providerIds: [`${post.carrier.route}-1`], state: 'delivered' });
    expect(await post.rowOf(ref)).toMatchObject({ state: 'SENT_ON' });
  });
});
