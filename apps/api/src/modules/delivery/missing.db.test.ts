import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subjectOf } from '#platform/caller';
import { type House, openHouse } from '#testing/house';
import { caller, codeFor } from '#testing/tokens';
import { lanesSeen } from './store/lanes.ts';

const WINDOW_SECONDS = 300;
const WINDOWS = { windowSeconds: WINDOW_SECONDS, quietWindowSeconds: 3_600 };

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.work();
});
afterAll(() => house.close());

let count = 0;
/** Somebody whose carrier has taken a code, and what they can say of it. */
async function waiting(prefix: string, email?: string) {
  count += 1;
  const phone = `+62${prefix}${100_000 + count}`;
  const { id } = await house.taxpayer({ passwordHash: 'unused', phone, ...(email && { email }) });
  const token = await codeFor(house, id, { to: phone, acceptPrice: prefix.startsWith('89') ? 350n : 0n });
  const viewer = { subject: subjectOf(id), flowHash: null };
  const seen = async () => (await house.tokens.view(viewer, token.id))?.messages ?? [];
  await house.until(async () => (await seen()).some(({ sentOnAt }) => sentOnAt !== null));
  return {
    ...{ id, phone, token, seen },
    say: (arrived: boolean) => house.tokens.reportArrival(viewer, token.id, arrived),
    resend: (channel: 'EMAIL') =>
      house.tokens.resend(viewer, { tokenId: token.id, channel, acceptPrice: null, locale: 'id' }),
  };
}
const missing = async (lane: string) =>
  (await lanesSeen(house.db.read, WINDOWS, 3)).find((seen) => seen.lane === lane)?.missing ?? 0;

describe('"not arrived yet" (R54)', () => {
  it('counts once for each person, however often they say it', async () => {
    const [one, two] = [await waiting('81234'), await waiting('81234')];
    await one.say(false);
    await one.say(false);
    expect(await missing('sms:telkomsel')).toBe(1);
    await two.say(false);
    expect(await missing('sms:telkomsel')).toBe(2);
  });

  it('is taken back by "arrived": the last word counts', async () => {
    const one = await waiting('85623');
    await one.say(false);
    expect(await missing('sms:indosat')).toBe(1);
    await one.say(true);
    expect(await missing('sms:indosat')).toBe(0);
    expect(await one.seen()).toMatchObject([{ state: 'DELIVERED' }]);
  });

  it('is taken back by the code, also where it cannot be told which message it was read in', async () => {
    const one = await waiting('81734', 'dua@gmail.com');
    await one.resend('EMAIL');
    await house.until(async () => (await one.seen()).every(({ sentOnAt }) => sentOnAt !== null));
    await one.say(false);
    expect([await missing('sms:xl'), await missing('mail:gmail')]).toEqual([1, 1]);
    await house.tokens.verify(
      caller({ taxpayerId: one.id }),
      { tokenId: one.token.id, code: await house.codeTo(one.phone) },
      [],
    );
    await house.until(async () => (await missing('sms:xl')) + (await missing('mail:gmail')) === 0);
  });

  it('is kept in the audit where it says something new, and not for every tap', async () => {
    const one = await waiting('81734', `banyak${count}@gmail.com`);
    const kept = async () =>
      (
        await house.database.query(
          `SELECT action FROM audit_entry WHERE subject = $1 AND action LIKE 'token.reported%' ORDER BY id`,
          [subjectOf(one.id)],
        )
      ).map(({ action }) => action);
    for (let tap = 0; tap < 30; tap += 1) await one.say(false);
    expect(await kept()).toEqual(['token.reported_missing']);
    await one.resend('EMAIL');
    await house.until(async () => (await one.seen()).every(({ sentOnAt }) => sentOnAt !== null));
    // It cannot be told which of the two is meant: both words can be said again and again.
    for (let tap = 0; tap < 30; tap += 1) await one.say(tap % 2 === 0);
    expect(await kept()).toHaveLength(12);
    expect(await missing('mail:gmail')).toBe(1);
  });

  it('says nothing of a carrier that has not been given it, nor once its receipt has come', async () => {
    const one = await waiting('83134');
    // Not due: the worker would hand it over again.
    await house.database.query(
      `UPDATE message SET state = 'QUEUED', not_before = app_now() + interval '1 hour' WHERE content_ref = $1`,
      [one.token.id],
    );
    await one.say(false);
    expect(await missing('sms:axis')).toBe(0);
    await house.database.query(`UPDATE message SET state = 'SENT_ON' WHERE content_ref = $1`, [one.token.id]);
    await one.say(false);
    expect(await missing('sms:axis')).toBe(1);
    await house.database.query(`UPDATE message SET state = 'DELIVERED' WHERE content_ref = $1`, [
      one.token.id,
    ]);
    expect(await missing('sms:axis')).toBe(0);
  });

  it('is forgotten with the window', async () => {
    const one = await waiting('89634');
    await one.say(false);
    expect(await missing('sms:tri')).toBe(1);
    await house.advance(WINDOW_SECONDS);
    expect(await missing('sms:tri')).toBe(0);
  });
});
