import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Purpose } from '#modules/tokens';
import { subjectOf } from '#platform/caller';
import { type House, openHouse } from '#testing/house';
import { type Portal, portalIn } from '#testing/portal';
import { askCode, codeFor } from '#testing/tokens';
import { visitorsTo } from '#testing/visitors';

const PASSWORD = 'gajah duduk di atap';

let house: House;
let beside: House;
beforeAll(async () => {
  house = await openHouse();
  beside = await openHouse({}, house);
  await house.work();
});
afterAll(async () => {
  await beside.close();
  await house.close();
});

let count = 0;
let phone: string;
let email: string;
let id: string;
let portal: Portal;
beforeEach(async () => {
  count += 1;
  phone = `+6281234${700_000 + count}`;
  email = `lagi${count}@gmail.com`;
  ({ id, portal } = await signedIn());
  for (const carrier of Object.values(house.carriers)) carrier.answer = () => undefined;
});

const someone = visitorsTo(() => house);
async function signedIn(given: { phone?: string; email?: string } = { phone, email }) {
  const person = await house.taxpayer({ password: PASSWORD, ...given });
  const browser = someone();
  await browser.signIn({ identifier: person.identifier, password: PASSWORD });
  return { id: person.id, portal: browser };
}
const messagesTo = (address: string) =>
  [...house.carriers.sms.sent, ...house.carriers.mail.sent].filter(({ to }) => to === address);
const rowsOf = (tokenId: string) =>
  house.database.query(
    'SELECT channel, cause, queued_at FROM message WHERE content_ref = $1 ORDER BY queued_at',
    [tokenId],
  );
const secondsSince = (from: unknown, until: string) => (Date.parse(until) - Number(from)) / 1000;
/** A token whose first message the carrier has, and with `arrived` also the phone. */
async function issued(wish: { to?: string; arrived?: boolean; purpose?: Purpose } = {}) {
  const { to = phone, arrived = false, purpose = 'SUBMIT_RETURN' } = wish;
  const token = await codeFor(house, id, { to, purpose });
  await house.until(async () => (await portal.token(token.id)).messages[0].sentOnAt);
  if (arrived) await house.tokens.reportArrival({ subject: subjectOf(id), flowHash: null }, token.id, true);
  return token;
}

describe('asking again', () => {
  it('while the message is on its way is refused with a time and sends nothing (R71, R72)', async () => {
    const token = await issued();
    const refused = await portal.resend(token.id);
    expect(refused).toMatchObject({ __typename: 'ResendRefused', code: 'RESEND_ON_ITS_WAY' });
    const [{ queued_at: queuedAt } = {}] = await rowsOf(token.id);
    expect(secondsSince(queuedAt, refused.resendUntil)).toBeCloseTo(60, 1);
    expect((await portal.token(token.id)).resendAt).toBe(refused.resendUntil);
    expect(await rowsOf(token.id)).toHaveLength(1);
  });

  it('is said of each channel beforehand as a press there is answered (R71, R72)', async () => {
    const token = await issued();
    const ways = async () => {
      const { resendWays } = await portal.token(token.id);
      return Object.fromEntries(
        resendWays.map((way: { channel: string; at: unknown }) => [way.channel, way.at]),
      );
    };
    const [{ queued_at: queuedAt } = {}] = await rowsOf(token.id);
    expect(await ways()).toEqual({ SMS: new Date(Number(queuedAt) + 60_000).toISOString(), EMAIL: null });
    await house.advance(50);
    await portal.resend(token.id, { channel: 'EMAIL' });
    const pressed = async (channel: string) => (await portal.resend(token.id, { channel })).resendUntil;
    expect(await ways()).toEqual({ SMS: await pressed('SMS'), EMAIL: await pressed('EMAIL') });
    expect(secondsSince(queuedAt, (await ways()).EMAIL)).toBeGreaterThan(160);
  });

  it('is said beforehand of no channel that the code cannot go by, nor of a code that is over', async () => {
    const confirms = await issued({ purpose: 'CONFIRM_CHANNEL' });
    expect((await portal.token(confirms.id)).resendWays).toMatchObject([{ channel: 'SMS' }]);
    await house.advance(91 * 60);
    expect((await portal.token(confirms.id))?.resendWays ?? []).toEqual([]);
  });

  it('right after it arrived is too soon (R72)', async () => {
    const token = await issued({ arrived: true });
    expect(await portal.resend(token.id)).toMatchObject({ code: 'RESEND_TOO_SOON' });
  });

  it('sends the same code after 60, 120 and 240 s, and then no more until the end (R72)', async () => {
    const mail = `sendiri.${email}`;
    ({ id, portal } = await signedIn({ email: mail }));
    const token = await issued({ to: mail });
    for (const [nth, wait] of [60, 120, 240].entries()) {
      await house.until(async () => (await portal.token(token.id)).messages[nth].sentOnAt);
      await house.advance(wait - 5);
      expect(await portal.resend(token.id)).toMatchObject({ __typename: 'ResendRefused' });
      await house.advance(5);
      expect(await portal.resend(token.id)).toMatchObject({
        state: 'OPEN',
        endsAt: token.endsAt.toISOString(),
      });
    }
    await house.until(() => messagesTo(mail).length === 4);
    expect(new Set(messagesTo(mail).map(({ text }) => text.slice(0, 6))).size).toBe(1);
    await house.advance(900);
    expect(await portal.resend(token.id)).toMatchObject({
      code: 'RESEND_CAPPED',
      resendUntil: token.endsAt.toISOString(),
    });
    expect((await rowsOf(token.id)).map(({ cause }) => cause)).toEqual([
      'ASKED',
      'ASKED_AGAIN',
      'ASKED_AGAIN',
      'ASKED_AGAIN',
    ]);
  });

  it('ten times at once, in two processes, sends one message (R71)', async () => {
    const token = await issued();
    await house.advance(61);
    const elsewhere = portalIn(beside.browser());
    for (const [name, value] of portal.browser.cookies) elsewhere.browser.cookies.set(name, value);
    const clicks = Array.from({ length: 10 }, (_, click) =>
      (click % 2 ? portal : elsewhere).resend(token.id),
    );
    const answers = (await Promise.all(clicks)).map(({ code, __typename }) => code ?? __typename);
    expect(answers.filter((answer) => answer === 'VerificationToken')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'RESEND_ON_ITS_WAY')).toHaveLength(9);
    expect((await rowsOf(token.id)).filter(({ cause }) => cause === 'ASKED_AGAIN')).toHaveLength(1);
  });

  it('by SMS is capped at three an hour to a number, until the first of them is an hour old (R71)', async () => {
    await codeFor(house, (await house.taxpayer()).id, { to: phone });
    await house.advance(600);
    await codeFor(house, (await house.taxpayer()).id, { to: phone });
    const token = await issued();
    await house.advance(61);
    const refused = await portal.resend(token.id);
    expect(refused).toMatchObject({ code: 'RESEND_CAPPED' });
    const [{ first } = {}] = await house.database.query(
      'SELECT min(queued_at) AS first FROM message WHERE address_index = $1',
      [Buffer.from(house.secrets.index('SMS', phone))],
    );
    expect(secondsSince(first, refused.resendUntil)).toBeCloseTo(3600, 1);
    // By mail it may be asked for; or it is on its way already, since the SMS made no progress.
    expect((await portal.resend(token.id, { channel: 'EMAIL' })).code).not.toBe('RESEND_CAPPED');
  });

  it('by SMS to a number that had its SMS names the free mailbox beside the time (R71, R74)', async () => {
    for (let token = 0; token < 2; token += 1) await codeFor(house, id, { to: phone, binding: `${token}` });
    const token = await issued({ arrived: true });
    await house.advance(61);
    expect(await portal.resend(token.id)).toMatchObject({
      ...{ code: 'RESEND_CAPPED', resendUntil: expect.any(String) },
      advice: { channel: 'EMAIL', price: '0' },
    });
    expect((await portal.resend(token.id, { channel: 'EMAIL', acceptPrice: '0' })).messages).toHaveLength(2);
  });

  it("by SMS is the owner's right although strangers said that the number was theirs", async () => {
    for (let stranger = 0; stranger < 3; stranger += 1)
      await codeFor(house, (await house.taxpayer()).id, { to: phone, purpose: 'CONFIRM_CHANNEL' });
    const stranger = (await house.taxpayer()).id;
    expect(await askCode(house, stranger, { to: phone, purpose: 'CONFIRM_CHANNEL' })).toMatchObject({
      code: 'RATE_LIMITED',
    });
    const token = await issued({ arrived: true });
    await house.advance(61);
    expect((await portal.resend(token.id)).messages).toHaveLength(2);
    expect(await askCode(house, id, { to: phone, binding: 'a third' })).toMatchObject({ ok: true });
    expect(await askCode(house, id, { to: phone, binding: 'a fourth' })).toMatchObject({
      why: 'full number',
    });
  });

  it('on a channel that was not used yet sends the same code there at once (R34, R68)', async () => {
    const token = await issued();
    expect(await portal.resend(token.id, { channel: 'EMAIL' })).toMatchObject({
      messages: [
        { channel: 'SMS' },
        { channel: 'EMAIL', via: 'Gmail', maskedAddress: expect.stringMatching(/^l••/) },
      ],
    });
    expect(await house.codeTo(email)).toBe(/\d{6}/.exec(messagesTo(phone)[0]?.text ?? '')?.[0]);
  });

  it('on a channel the person does not have is refused', async () => {
    ({ id, portal } = await signedIn({ phone: `+6281234${800_000 + count}` }));
    const token = await issued({ to: `+6281234${800_000 + count}` });
    expect(await portal.resend(token.id, { channel: 'EMAIL' })).toMatchObject({
      code: 'CHANNEL_UNUSABLE',
      field: 'channel',
      message: expect.stringContaining('Tidak ada alamat email yang sudah dipastikan'),
    });
  });

  it('for a code that confirms an address goes nowhere else', async () => {
    const token = await issued({ purpose: 'CONFIRM_CHANNEL' });
    expect(await portal.resend(token.id, { channel: 'EMAIL' })).toMatchObject({ code: 'CHANNEL_UNUSABLE' });
    expect(messagesTo(email)).toEqual([]);
  });

  it('on a lane that was closed would not help, and says what would, in the language of the page (R37)', async () => {
    const { portal: english, id: reader } = await signedIn({ phone: `+6285634${700_000 + count}`, email });
    id = reader;
    portal = english;
    const token = await issued({ to: `+6285634${700_000 + count}` });
    await house.database.query(`UPDATE lane SET live = false WHERE id = 'sms:indosat'`);
    try {
      const fresh = await openHouse({}, house);
      const there = portalIn(fresh.browser({ 'accept-language': 'en' }));
      for (const [name, value] of portal.browser.cookies) there.browser.cookies.set(name, value);
      expect(await there.resend(token.id)).toMatchObject({
        ...{ code: 'RESEND_WOULD_NOT_HELP', message: expect.stringMatching(/would not help/) },
        advice: { channel: 'EMAIL', reason: expect.stringMatching(/^Use e-mail/) },
      });
      await fresh.close();
    } finally {
      await house.database.query(`UPDATE lane SET live = true WHERE id = 'sms:indosat'`);
    }
  });

  it('after the carrier refused the number would not help, where mail is open', async () => {
    house.carriers.sms.answer = () => ({ kind: 'refused', scope: 'recipient', reply: '0x0B' });
    const token = await codeFor(house, id, { to: phone });
    await house.until(async () => (await portal.token(token.id)).messages[0].state === 'REFUSED');
    await house.advance(61);
    expect(await portal.resend(token.id)).toMatchObject({
      code: 'RESEND_WOULD_NOT_HELP',
      advice: { channel: 'EMAIL' },
    });
  });

  it('for a code that confirms a number, which was refused, sends nothing more and says what to do (R71)', async () => {
    house.carriers.sms.answer = () => ({ kind: 'refused', scope: 'recipient', reply: '0x0B' });
    const token = await codeFor(house, id, { to: phone, purpose: 'CONFIRM_CHANNEL' });
    await house.until(async () => (await portal.token(token.id)).messages[0].state === 'REFUSED');
    await house.advance(61);
    expect(await portal.resend(token.id)).toMatchObject({
      ...{ code: 'RESEND_WOULD_NOT_HELP', message: expect.stringMatching(/^Pesan ke nomor itu ditolak/) },
      advice: { channel: 'EMAIL', reason: expect.stringContaining('Pastikan alamat email Anda saja') },
    });
    expect(messagesTo(phone)).toHaveLength(1);
  });

  it('works after the window passed, and not after the end', async () => {
    const token = await issued({ to: email });
    await house.advance(20 * 60);
    expect(await portal.token(token.id)).toMatchObject({ state: 'EXPIRED' });
    expect(await portal.resend(token.id)).toMatchObject({ __typename: 'VerificationToken' });
    await house.advance(29 * 60);
    await portal.session();
    await house.advance(29 * 60);
    await portal.session();
    await house.advance(13 * 60);
    expect(await portal.resend(token.id)).toMatchObject({ code: 'TOKEN_EXPIRED' });
  });
});

describe('an SMS that costs the person something', () => {
  const tri = () => `+6289534${700_000 + count}`;

  it('is never sent unless its very price was accepted (R71)', async () => {
    ({ id, portal } = await signedIn({ phone: tri(), email }));
    expect(await askCode(house, id, { to: tri() })).toMatchObject({ code: 'PRICE_NOT_ACCEPTED' });
    expect(await askCode(house, id, { to: tri(), acceptPrice: 349n })).toMatchObject({
      code: 'PRICE_NOT_ACCEPTED',
    });
    const token = await issued({ to: email });
    for (const acceptPrice of [undefined, '0', '349', '-350', '350000'])
      expect(
        await portal.resend(token.id, { channel: 'SMS', ...(acceptPrice ? { acceptPrice } : {}) }),
      ).toMatchObject({
        ...{ __typename: 'Refusal', code: 'PRICE_NOT_ACCEPTED' },
      });
    expect(await askCode(house, id, { to: tri() })).toMatchObject({ code: 'PRICE_NOT_ACCEPTED' });
    expect(messagesTo(tri())).toEqual([]);
    expect(await portal.resend(token.id, { channel: 'SMS', acceptPrice: '350' })).toMatchObject({
      messages: [{}, { via: 'Tri' }],
    });
    expect(await house.codeTo(tri())).toBe(await house.codeTo(email));
  });

  it('is charged once for ten clicks on two devices, and the nine cost no send and no wait (R71)', async () => {
    const identity = { password: PASSWORD, phone: tri(), email };
    const person = await house.taxpayer(identity);
    const devices = [someone(), portalIn(beside.browser({ 'x-test-address': '10.9.9.9' }))];
    for (const device of devices) await device.signIn({ identifier: person.identifier, password: PASSWORD });
    const [desk, laptop] = devices as [Portal, Portal];
    ({ id } = person);
    portal = desk;
    const token = await issued({ to: email });
    const click = (device: Portal) => device.resend(token.id, { channel: 'SMS', acceptPrice: '350' });
    const clicks = Array.from({ length: 10 }, (_, n) => click(n % 2 ? desk : laptop));
    const sent = (await Promise.all(clicks)).filter(({ __typename }) => __typename === 'VerificationToken');
    expect(sent).toHaveLength(1);
    await house.until(() => messagesTo(tri()).length > 0);
    const paid = async () =>
      (
        await house.database.query(
          'SELECT count(*)::int AS sms, sum(cost)::int AS cost FROM message WHERE content_ref = $1 AND channel = $2',
          [token.id, 'SMS'],
        )
      )[0];
    await house.until(async () => Number((await paid())?.cost) > 0);
    expect(await paid()).toEqual({ sms: 1, cost: 380 });

    const [atDesk, atLaptop] = await Promise.all([click(desk), click(laptop)]);
    expect(atDesk.resendUntil).toBe(atLaptop.resendUntil);
    const [row] = await house.database.query('SELECT sends FROM verification_token WHERE id = $1', [
      token.id,
    ]);
    expect(row?.sends).toBe(2);
    expect(await paid()).toEqual({ sms: 1, cost: 380 });
  });

  it('is free where the authority pays: confirming an address, signing in, resetting a password', async () => {
    for (const purpose of ['CONFIRM_CHANNEL', 'SIGN_IN', 'RESET_PASSWORD'] as const)
      expect(await askCode(house, id, { to: tri(), purpose })).toMatchObject({ ok: true });
  });

  it('to a carrier that is not live is not sent at any price (R37)', async () => {
    expect(await askCode(house, id, { to: `+6288123${40_000 + count}`, acceptPrice: 350n })).toMatchObject({
      ...{ ok: false, code: 'CHANNEL_UNUSABLE' },
    });
  });
});
