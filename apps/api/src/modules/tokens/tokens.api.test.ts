import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Purpose } from '#modules/tokens';
import { subjectOf } from '#platform/caller';
import { type House, openHouse } from '#testing/house';
import type { Portal } from '#testing/portal';
import { askCode, caller, codeFor } from '#testing/tokens';
import { visitorsTo } from '#testing/visitors';

const PASSWORD = 'gajah duduk di atap';
const GARBAGE = [
  ['nothing', ''],
  ['a null byte', '\u0000'],
  ['10,000 letters', 'x'.repeat(10_000)],
  ['a statement', "' OR true --"],
  ['a uuid', '00000000-0000-0000-0000-000000000000'],
  ['half a sign', '\ud800'],
] as const;

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.work();
});
afterAll(() => house.close());

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
});

const someone = visitorsTo(() => house);
async function signedIn(given: { phone?: string; email?: string } = { phone, email }) {
  const person = await house.taxpayer({ password: PASSWORD, ...given });
  const browser = someone();
  await browser.signIn({ identifier: person.identifier, password: PASSWORD });
  return { id: person.id, portal: browser };
}
/** A token whose first message the carrier has. */
async function issued(purpose: Purpose = 'SUBMIT_RETURN') {
  const token = await codeFor(house, id, { to: phone, purpose });
  await house.until(async () => (await portal.token(token.id)).messages[0].sentOnAt);
  return token;
}

describe('a token of somebody else', () => {
  it('does not exist, whatever is asked of it', async () => {
    const token = await issued();
    const { portal: neighbour } = await signedIn({});
    for (const stranger of [someone(), neighbour]) {
      expect(await stranger.token(token.id)).toBeNull();
      expect(await stranger.resend(token.id)).toMatchObject({ __typename: 'Refusal', code: 'NOT_FOUND' });
      expect(await stranger.report(token.id, true)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await stranger.verify(token.id, await house.codeTo(phone))).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await portal.token(token.id)).toMatchObject({
      state: 'OPEN',
      attemptsLeft: 5,
      messages: [{ state: 'SENT_ON' }],
    });
  });

  it.each(GARBAGE)('is not found by %s', async (_, garbage) => {
    expect(await portal.token(garbage)).toBeNull();
    expect(await portal.resend(garbage)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await portal.report(garbage, false)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await portal.verify(garbage, '123456')).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a token as its owner sees it', () => {
  it('names lane and masked address, and neither the address nor the code', async () => {
    const token = await issued();
    const seen = await portal.token(token.id);
    expect(seen).toMatchObject({
      ...{
        purpose: 'SUBMIT_RETURN',
        state: 'OPEN',
        reference: expect.stringMatching(/^[A-Z][2-9]$/),
        attemptsLeft: 5,
      },
      messages: [
        { channel: 'SMS', maskedAddress: '••••', via: 'Telkomsel', state: 'SENT_ON', cause: 'ASKED' },
      ],
    });
    expect(house.carriers.sms.sent.find(({ to }) => to === phone)?.text).toContain(`ref ${seen.reference}`);
    expect(JSON.stringify(seen)).not.toContain(phone.slice(3));
    expect(JSON.stringify({ ...seen, id: '' })).not.toContain(`"${await house.codeTo(phone)}"`);
  });

  it('keeps what the person says of its arrival (R54)', async () => {
    const token = await issued();
    expect(await portal.report(token.id, false)).toMatchObject({ messages: [{ state: 'SENT_ON' }] });
    expect(await portal.report(token.id, true)).toMatchObject({ messages: [{ state: 'DELIVERED' }] });
    const said = await house.database.query(
      `SELECT action FROM audit_entry WHERE subject = $1 AND action LIKE 'token.reported%' ORDER BY id`,
      [subjectOf(id)],
    );
    expect(said.map(({ action }) => action)).toEqual(['token.reported_missing', 'token.reported_arrived']);
  });

  it('is not told of an SMS as arrived because the mail was', async () => {
    const token = await issued();
    await portal.resend(token.id, { channel: 'EMAIL' });
    await house.until(async () => (await portal.token(token.id)).messages[1].sentOnAt);
    await house.tokens.verify(caller({ taxpayerId: id }), {
      tokenId: token.id,
      code: await house.codeTo(email),
    });
    const { state, messages } = await portal.token(token.id);
    expect(state).toBe('VERIFIED');
    expect(messages.map((message: { state: string }) => message.state)).not.toContain('DELIVERED');
  });
});

describe('an entered code', () => {
  it('for a submission is refused here, even the right one: only the submission takes it', async () => {
    const token = await issued();
    expect(await portal.verify(token.id, await house.codeTo(phone))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'tokenId',
      message: 'Kode ini dimasukkan di tempat SPT dikirim.',
    });
    expect(await portal.token(token.id)).toMatchObject({ state: 'OPEN', attemptsLeft: 5 });
  });

  it('that is no code says so and burns nothing; a wrong one says how many are left', async () => {
    const token = await issued('CONFIRM_CHANNEL');
    for (const entered of ['', 'abc', '12345', '\u0000', '9'.repeat(10_000)])
      expect(await portal.verify(token.id, entered)).toMatchObject({ code: 'INVALID_INPUT', field: 'code' });
    const code = await house.codeTo(phone);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    for (const attemptsLeft of [4, 3, 2, 1])
      expect(await portal.verify(token.id, wrong)).toMatchObject({ __typename: 'WrongCode', attemptsLeft });
    expect(await portal.verify(token.id, wrong)).toMatchObject({
      __typename: 'Refusal',
      code: 'TOKEN_LOCKED',
    });
    expect(await portal.resend(token.id)).toMatchObject({ code: 'TOKEN_LOCKED' });
  });
});

describe('the figures', () => {
  it('count codes and resends by kind, and name nobody', async () => {
    const token = await issued('CONFIRM_CHANNEL');
    await portal.verify(token.id, await house.codeTo(phone));
    await portal.resend(token.id);
    const { body } = await house.portal.inject({ method: 'GET', url: '/metrics' });
    expect(body).toMatch(/sampai_tokens_issued_total\{purpose="CONFIRM_CHANNEL",channel="SMS"\} [1-9]/);
    expect(body).toMatch(/sampai_codes_entered_total\{purpose="CONFIRM_CHANNEL",outcome="right"\} [1-9]/);
    const ours = body
      .split('\n')
      .filter((line) => line.startsWith('sampai_'))
      .join('\n');
    for (const secret of [token.id, id, email, phone.slice(3), await house.codeTo(phone)])
      expect(ours).not.toContain(secret);
  });

  it('count SMS above a budget against pumping, and refuse none of them yet', async () => {
    await house.database.query(
      `INSERT INTO policy SELECT key, app_now(), value || '{"perNetworkHour": 0, "perPrefixHour": 0}' FROM policy WHERE key = 'sms.budgets'`,
    );
    house.policies.forget();
    expect(await askCode(house, id, { to: phone })).toMatchObject({ ok: true });
    const { body } = await house.portal.inject({ method: 'GET', url: '/metrics' });
    for (const kind of ['network', 'prefix'])
      expect(body).toMatch(new RegExp(`sampai_sms_budget_exceeded_total\\{kind="${kind}"\\} 1`));
    await house.database.query(`DELETE FROM policy WHERE key = 'sms.budgets' AND valid_from > '2020-01-01'`);
    house.policies.forget();
  });
});
