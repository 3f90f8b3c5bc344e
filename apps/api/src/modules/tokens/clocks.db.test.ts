import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { subjectOf } from '#platform/caller';
import { type House, openHouse } from '#testing/house';
import { caller, codeFor } from '#testing/tokens';

const MINUTE = 60;
/** Usual p95 of a lane that too little is known of. */
const P95 = { sms: 20, mail: 30 };

let house: House;
beforeAll(async () => {
  house = await openHouse();
  // What is known of two lanes today: 20 arrivals within 100 s on the one, 19 on the other.
  for (const [lane, samples] of [
    ['sms:axis', 20],
    ['sms:xl', 19],
  ] as const)
    await house.database.query(
      `INSERT INTO lane_arrival (lane, minute, measure, seconds, messages) VALUES ($1, date_trunc('minute', app_now()), 'ARRIVAL', 100, $2)`,
      [lane, samples],
    );
  await house.work();
  await house.until(async () => (await house.delivery.arrival('sms:axis')).p95);
});
afterAll(() => house.close());

let count = 0;
let phone: string;
let email: string;
let id: string;
beforeEach(async () => {
  count += 1;
  phone = `+6281234${600_000 + count}`;
  email = `jam${count}@gmail.com`;
  ({ id } = await house.taxpayer({ passwordHash: 'unused', phone, email }));
  for (const carrier of Object.values(house.carriers)) carrier.answer = () => undefined;
});

const view = async (tokenId: string) => {
  const seen = await house.tokens.view({ subject: subjectOf(id), flowHash: null }, tokenId);
  if (!seen) throw new Error('the token is not there');
  return seen;
};
const verify = (tokenId: string, code: string) =>
  house.tokens.verify(caller({ taxpayerId: id }), { tokenId, code });
/** The token once the carrier of its nth message has answered. */
async function accepted(tokenId: string, nth = 1) {
  await house.until(async () => (await view(tokenId)).messages[nth - 1]?.sentOnAt);
  return view(tokenId);
}
async function providerIdOf(tokenId: string, nth = 1): Promise<string> {
  const rows = await house.database.query(
    'SELECT provider_id FROM message WHERE content_ref = $1 ORDER BY queued_at',
    [tokenId],
  );
  return String(rows[nth - 1]?.provider_id);
}
/** The carrier's receipt for the nth message arrives. */
async function arrives(tokenId: string, nth = 1): Promise<void> {
  await house.carriers.sms.receive({ providerIds: [await providerIdOf(tokenId, nth)], state: 'delivered' });
  expect((await view(tokenId)).messages[nth - 1]?.state).toBe('DELIVERED');
}
const seconds = (from: Date | undefined | null, to: Date | undefined | null) =>
  (Number(to) - Number(from)) / 1000;

describe('the window of a submission code', () => {
  /** To somebody without another channel: what is stuck would go there, and move the window as well. */
  const issued = async (to = phone) => {
    const only = to === email ? { email } : { phone };
    ({ id } = await house.taxpayer({ passwordHash: 'unused', ...only }));
    return codeFor(house, id, { to });
  };

  it('is told in the message, beside the end (R67)', async () => {
    await accepted((await issued()).id);
    const text = house.carriers.sms.sent.find(({ to }) => to === phone)?.text;
    expect(text).toMatch(/berlaku 10 menit sejak tiba, paling lambat \d\d\.\d\d WIB/);
  });

  it('has not begun while the carrier has not taken the message: the code works whenever it comes', async () => {
    house.carriers.sms.answer = ({ to }) =>
      to === phone ? { kind: 'deferred', scope: 'lane', reply: 'later' } : undefined;
    const token = await issued();
    await house.advance(80 * MINUTE);
    expect(await view(token.id)).toMatchObject({ state: 'OPEN', validUntil: null });
  });

  it.each([
    ['SMS', () => phone, P95.sms],
    ['mail', () => email, P95.mail],
  ])(
    "ends, with no receipt, ten minutes and the lane's usual time after the carrier took it (%s)",
    async (_, to, p95) => {
      const { id: tokenId } = await issued(to());
      const token = await accepted(tokenId);
      expect(seconds(token.messages[0]?.sentOnAt, token.validUntil)).toBeCloseTo(600 + p95, 1);
      await house.advance(600 + p95 - 5);
      expect(await view(tokenId)).toMatchObject({ state: 'OPEN' });
      await house.advance(6);
      expect(await view(tokenId)).toMatchObject({ state: 'EXPIRED' });
      expect(await verify(tokenId, await house.codeTo(to()))).toEqual({
        verdict: 'refused',
        code: 'TOKEN_EXPIRED',
      });
    },
  );

  it.each([
    ["today's p95 from 20 arrivals on", () => `+6283134${600_000 + count}`, 100],
    ['20 s up to 19 arrivals', () => `+6281734${600_000 + count}`, P95.sms],
  ])('counts on %s', async (_, to, p95) => {
    const token = await accepted((await issued(to())).id);
    expect(seconds(token.messages[0]?.sentOnAt, token.validUntil)).toBeCloseTo(600 + p95, 1);
  });

  it('opens again with a message asked for after it had passed, though no carrier takes that message', async () => {
    const { id: tokenId } = await codeFor(house, id, { to: phone });
    await accepted(tokenId);
    await house.advance(20 * MINUTE);
    expect(await view(tokenId)).toMatchObject({ state: 'EXPIRED', windowPassed: true });
    const code = await house.codeTo(phone);
    house.carriers.mail.answer = () => ({ kind: 'deferred', scope: 'lane', reply: 'later' });
    const viewer = { subject: subjectOf(id), flowHash: null };
    const request = { tokenId, channel: 'EMAIL', acceptPrice: null, locale: 'id' } as const;
    expect(await house.tokens.resend(viewer, request)).toMatchObject({ verdict: 'sent' });
    expect(await view(tokenId)).toMatchObject({ state: 'OPEN', windowPassed: false });
    expect(await verify(tokenId, code)).toMatchObject({ verdict: 'verified' });
  });

  it('is ten minutes from a late receipt, though it had passed before (R66, R67)', async () => {
    phone = `+6281235${600_000 + count}`;
    const { id: tokenId } = await issued();
    await accepted(tokenId);
    await house.advance(55 * MINUTE);
    expect(await view(tokenId)).toMatchObject({ state: 'EXPIRED', attemptsLeft: 5 });
    const code = await house.codeTo(phone);
    expect(await verify(tokenId, code)).toEqual({ verdict: 'refused', code: 'TOKEN_EXPIRED' });
    await arrives(tokenId);
    const token = await view(tokenId);
    expect(token).toMatchObject({ state: 'OPEN', attemptsLeft: 5 });
    expect(seconds(token.messages[0]?.deliveredAt, token.validUntil)).toBeCloseTo(600, 1);
    await house.advance(10 * MINUTE - 5);
    expect(await verify(tokenId, code)).toMatchObject({ verdict: 'verified' });
  });

  it('only ever moves forward', async () => {
    const { id: tokenId } = await issued();
    const { validUntil } = await accepted(tokenId);
    await arrives(tokenId);
    expect((await view(tokenId)).validUntil).toEqual(validUntil);
  });

  it('does not move by a second receipt for the same message', async () => {
    const { id: tokenId } = await issued();
    await accepted(tokenId);
    await house.advance(5 * MINUTE);
    await arrives(tokenId);
    const { validUntil } = await view(tokenId);
    await house.advance(5 * MINUTE);
    await house.carriers.sms.receive({ providerIds: [await providerIdOf(tokenId)], state: 'delivered' });
    expect((await view(tokenId)).validUntil).toEqual(validUntil);
  });

  it('moves with each message that arrives for the first time, whichever comes first (R73)', async () => {
    const { id: tokenId } = await issued();
    await accepted(tokenId);
    await house.advance(61);
    const again = { tokenId, channel: null, acceptPrice: null, locale: 'id' } as const;
    expect(await house.tokens.resend({ subject: subjectOf(id), flowHash: null }, again)).toMatchObject({
      verdict: 'sent',
    });
    await accepted(tokenId, 2);
    await house.advance(20 * MINUTE);
    await arrives(tokenId, 2);
    const first = (await view(tokenId)).validUntil;
    await house.advance(5 * MINUTE);
    await arrives(tokenId, 1);
    expect(seconds(first, (await view(tokenId)).validUntil)).toBeCloseTo(5 * MINUTE, 0);
    const codes = house.carriers.sms.sent
      .filter(({ to }) => to === phone)
      .map(({ text }) => /\d{6}/.exec(text)?.[0]);
    expect(codes).toHaveLength(2);
    expect(new Set(codes).size).toBe(1);
  });

  it("moves by the carrier's receipt also when the person had said before that it arrived (R54)", async () => {
    const { id: tokenId } = await issued();
    await accepted(tokenId);
    await house.advance(5 * MINUTE);
    await house.tokens.reportArrival({ subject: subjectOf(id), flowHash: null }, tokenId, true);
    const reported = await view(tokenId);
    expect(reported.messages).toMatchObject([{ state: 'DELIVERED' }]);
    await house.advance(MINUTE);
    await arrives(tokenId);
    const { messages, validUntil } = await view(tokenId);
    expect(seconds(reported.validUntil, validUntil)).toBeGreaterThan(5 * MINUTE);
    expect(messages[0]?.deliveredAt).toEqual(reported.messages[0]?.deliveredAt);
  });

  it('never reaches beyond the absolute end, 90 minutes after the token was issued', async () => {
    const token = await issued();
    await accepted(token.id);
    expect(seconds(token.issuedAt, token.endsAt)).toBe(90 * MINUTE);
    await house.advance(85 * MINUTE);
    await arrives(token.id);
    expect(await view(token.id)).toMatchObject({
      state: 'OPEN',
      validUntil: token.endsAt,
      endsAt: token.endsAt,
    });
    await house.advance(5 * MINUTE);
    expect(await view(token.id)).toMatchObject({ state: 'EXPIRED' });
    expect(await verify(token.id, await house.codeTo(phone))).toEqual({
      verdict: 'refused',
      code: 'TOKEN_EXPIRED',
    });
  });
});

describe('a code that confirms an address', () => {
  it('works by mail for 24 hours, whenever it arrives', async () => {
    const token = await codeFor(house, id, { to: email, purpose: 'CONFIRM_CHANNEL' });
    expect(await accepted(token.id)).toMatchObject({ validUntil: null });
    expect(seconds(token.issuedAt, token.endsAt)).toBe(24 * 60 * MINUTE);
    await house.advance(24 * 60 * MINUTE - 10);
    expect(await view(token.id)).toMatchObject({ state: 'OPEN' });
    await house.advance(10);
    expect(await view(token.id)).toMatchObject({ state: 'EXPIRED' });
  });

  it('works by SMS for ten minutes after it arrived, 90 at most', async () => {
    const token = await codeFor(house, id, { to: phone, purpose: 'CONFIRM_CHANNEL' });
    expect(seconds(token.issuedAt, token.endsAt)).toBe(90 * MINUTE);
    await accepted(token.id);
    await house.advance(30 * MINUTE);
    expect(await view(token.id)).toMatchObject({ state: 'EXPIRED' });
    await arrives(token.id);
    expect(await view(token.id)).toMatchObject({ state: 'OPEN' });
  });
});

describe.each(['SIGN_IN', 'RESET_PASSWORD'] as const)('a code for %s', (purpose) => {
  it('ends ten minutes after it was issued, however late it arrives', async () => {
    const token = await codeFor(house, id, { to: phone, purpose });
    expect(seconds(token.issuedAt, token.endsAt)).toBe(10 * MINUTE);
    await accepted(token.id);
    await house.advance(10 * MINUTE - 5);
    await arrives(token.id);
    expect(await view(token.id)).toMatchObject({ state: 'OPEN', validUntil: null, endsAt: token.endsAt });
    await house.advance(5);
    expect(await view(token.id)).toMatchObject({ state: 'EXPIRED' });
    expect(await verify(token.id, await house.codeTo(phone))).toEqual({
      verdict: 'refused',
      code: 'TOKEN_EXPIRED',
    });
  });
});

describe('a message of a token that ended', () => {
  /** Its SMS waits in the queue; its mail got through. */
  async function waiting() {
    house.carriers.sms.answer = ({ to }) =>
      to === phone ? { kind: 'deferred', scope: 'lane', reply: '0x58' } : undefined;
    const token = await codeFor(house, id, { to: phone });
    await house.until(async () => house.carriers.sms.sent.some(({ to }) => to === phone));
    await codeFor(house, id, { to: email });
    await accepted(token.id, 2);
    return { tokenId: token.id, code: await house.codeTo(email) };
  }
  const wrong = (code: string, by: number) => String((Number(code) + by) % 1_000_000).padStart(6, '0');

  it.each([
    ['verified', ({ tokenId, code }: Waiting) => verify(tokenId, code)],
    [
      'locked',
      async ({ tokenId, code }: Waiting) => {
        for (const by of [1, 2, 3, 4, 5]) await verify(tokenId, wrong(code, by));
      },
    ],
    [
      'cancelled',
      () =>
        house.db.inTransaction((tx) => house.tokens.cancel(tx, subjectOf(id), 'SUBMIT_RETURN', 'changed')),
    ],
    ['at its absolute end', () => house.advance(90 * MINUTE)],
  ])('(%s) is dropped, and never sent late (R57)', async (_, end) => {
    const state = await waiting();
    await end(state);
    house.carriers.sms.answer = () => undefined;
    const before = house.carriers.sms.sent.filter(({ to }) => to === phone).length;
    await house.advance(MINUTE);
    await house.until(async () => (await view(state.tokenId)).messages[0]?.state === 'DROPPED');
    expect(house.carriers.sms.sent.filter(({ to }) => to === phone)).toHaveLength(before);
  });

  it('is sent where only its window has passed: it opens again when the message arrives', async () => {
    const { tokenId } = await waiting();
    await house.advance(30 * MINUTE);
    expect(await view(tokenId)).toMatchObject({ state: 'EXPIRED' });
    house.carriers.sms.answer = () => undefined;
    await accepted(tokenId);
    expect(await view(tokenId)).toMatchObject({ state: 'OPEN' });
  });

  it("is given the token's absolute end as its own, so that the carrier drops it as well", async () => {
    const token = await codeFor(house, id, { to: phone });
    await accepted(token.id);
    const sent = house.carriers.sms.sent.findLast(({ to }) => to === phone);
    expect(sent?.expiresAt).toEqual(token.endsAt);
    expect(seconds(token.issuedAt, sent?.now)).toBeLessThan(5);
  });
});
type Waiting = { tokenId: string; code: string };
