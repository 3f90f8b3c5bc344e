import { maskPhone } from '@sampai/identifiers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import type { Portal } from '#testing/portal';
import { visitorsTo } from '#testing/visitors';

const PASSWORD = 'gajah duduk di atap';
const SMARTFREN = '0881 2345 678';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.work();
});
afterAll(() => house.close());

let count = 0;
let phone: string;
let email: string;
beforeEach(() => {
  count += 1;
  phone = `+6281234${500_000 + count}`;
  email = `wp${count}@gmail.com`;
});

const someone = visitorsTo(() => house);
type Person = Awaited<ReturnType<House['taxpayer']>>;

const start = (portal: Portal, { identifier, efin }: Pick<Person, 'identifier' | 'efin'>) =>
  portal.startActivation({ identifier, efin });
async function started(person: Person, portal = someone()) {
  const { id: activationId } = await start(portal, person);
  return { portal, activationId };
}
/** An activation with both addresses given, and the token of each. */
async function withChannels(person: Person, given: object = { phone, email }) {
  const { portal, activationId } = await started(person);
  const answer = await portal.setChannels({ activationId, ...given });
  const tokenOf = (channel: string) =>
    answer.tokens.find((token: { messages: { channel: string }[] }) => token.messages[0]?.channel === channel)
      ?.id;
  return { portal, activationId, answer, sms: tokenOf('SMS'), mail: tokenOf('EMAIL') };
}
const complete = (portal: Portal, activationId: string, more: object = {}) =>
  portal.complete({ activationId, password: PASSWORD, liabilityAccepted: true, ...more });
const other = (digits: string) => digits.replace(/\d$/, (last) => String((Number(last) + 1) % 10));

describe('an activation', () => {
  it('does not exist for anybody but the browser that began it', async () => {
    const { activationId } = await started(await house.taxpayer());
    const stranger = someone();
    await started(await house.taxpayer(), stranger);
    for (const portal of [someone(), stranger]) {
      expect(await portal.activation(activationId)).toBeNull();
      expect(await portal.setChannels({ activationId, email })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await complete(portal, activationId)).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it.each([
    ['a statement', "'; DROP TABLE activation; --"],
    ['a null byte', '\u0000'],
    ['10,000 letters', 'x'.repeat(10_000)],
    ['nothing', ''],
    ['a uuid', '00000000-0000-0000-0000-000000000000'],
  ])('is not found by %s', async (_, activationId) => {
    const { portal } = await started(await house.taxpayer());
    expect(await portal.activation(activationId)).toBeNull();
    expect(await portal.setChannels({ activationId, email })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await complete(portal, activationId)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('goes over to another browser by the right e-FIN, and the first browser loses it (R51)', async () => {
    const person = await house.taxpayer();
    const { portal: first, activationId, sms = '', mail = '' } = await withChannels(person);
    await first.verify(mail, await house.codeTo(email));
    const second = someone();
    expect(await start(second, person)).toMatchObject({ id: activationId });

    const code = await house.codeTo(phone);
    expect(await first.activation(activationId)).toBeNull();
    expect(await first.verify(sms, code)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await first.verify(sms, other(code))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await first.resend(sms)).toMatchObject({ code: 'NOT_FOUND' });
    expect([await first.token(sms), await first.token(mail)]).toEqual([null, null]);

    expect(await second.token(mail)).toMatchObject({ state: 'VERIFIED' });
    expect(await second.token(sms)).toMatchObject({ state: 'OPEN', attemptsLeft: 5 });
    expect(await second.verify(sms, code)).toMatchObject({ state: 'VERIFIED' });
    expect(await complete(first, activationId)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await complete(second, activationId)).toMatchObject({ __typename: 'Session' });
  });

  it('ends where the e-FIN lapses on the way (R14)', async () => {
    const person = await house.taxpayer();
    const { portal, activationId, mail = '' } = await withChannels(person);
    await portal.verify(mail, await house.codeTo(email));
    await house.database.query('UPDATE efin SET valid_until = app_now() WHERE taxpayer_id = $1', [person.id]);
    expect(await portal.setChannels({ activationId, phone })).toMatchObject({ code: 'EFIN_EXPIRED' });
    expect(await complete(portal, activationId)).toMatchObject({ code: 'EFIN_EXPIRED' });
  });
});

/** Smartfren was live once, and somebody has taken it back; or it never was. */
const withdraw = async (once: boolean) => {
  await house.database.query(
    `UPDATE lane SET withdrawn_at = CASE WHEN $1 THEN app_now() END WHERE id = 'sms:smartfren'`,
    [once],
  );
  await house.database.query(`SELECT pg_notify('lane_changed', '')`);
};

describe('the addresses of an activation', () => {
  it.each([
    ['phone', 'nothing', {}],
    ['phone', 'blanks', { phone: ' ', email: '' }],
    ['phone', 'a landline', { phone: '021-5250208' }],
    ['phone', 'a number abroad', { phone: '+1 202 555 0100' }],
    ['phone', '10,000 digits', { phone: '9'.repeat(10_000) }],
    ['email', 'a name', { email: 'budi' }],
    ['email', 'an address with a null byte', { email: 'budi@gmail.com\u0000' }],
    ['email', 'an address with a header behind it', { email: 'budi@gmail.com\r\nBcc: semua@contoh.id' }],
    ['email', '10,000 letters', { email: `${'b'.repeat(10_000)}@gmail.com` }],
  ])('are refused by field (%s) where they are %s', async (field, _, given) => {
    const { portal, activationId } = await started(await house.taxpayer());
    expect(await portal.setChannels({ activationId, ...given })).toMatchObject({
      code: 'INVALID_INPUT',
      field,
    });
  });

  it('of a carrier that is not live are refused with the reason, and nothing is half done (R37)', async () => {
    const { portal, activationId } = await started(await house.taxpayer());
    const refused = await portal.setChannels({ activationId, phone: SMARTFREN, email });
    expect(refused).toMatchObject({ code: 'CHANNEL_UNUSABLE', field: 'phone' });
    expect(refused).toMatchObject({ reason: 'CARRIER_NOT_YET_LIVE' });
    expect(refused.message).toContain('belum lulus uji');
    await withdraw(true);
    const stopped = await house.until(async () => {
      const again = await portal.setChannels({ activationId, phone: SMARTFREN, email });
      return again.reason === 'CARRIER_WITHDRAWN' && again;
    });
    expect(stopped.message).toContain('sedang kami hentikan untuk sementara; nomor Anda tidak salah');
    await withdraw(false);
    expect(await portal.setChannels({ activationId, phone, email: 'budi' })).toMatchObject({
      field: 'email',
    });
    expect((await portal.activation(activationId)).tokens).toEqual([]);
    expect(
      await house.database.query('SELECT 1 FROM message WHERE masked_address = $1', [maskPhone(phone)]),
    ).toEqual([]);
    expect(await portal.setChannels({ activationId, email })).toMatchObject({ __typename: 'Activation' });
  });

  it('let the other one wait behind codes that somebody needs, once one is confirmed', async () => {
    house.carriers.mail.answer = () => ({ kind: 'deferred', scope: 'message', reply: '451 4.7.1 later' });
    const { portal, sms = '', mail = '' } = await withChannels(await house.taxpayer());
    const waiting = () =>
      house.database.query('SELECT priority, leased_by, attempts FROM message WHERE content_ref = $1', [
        mail,
      ]);
    await house.until(async () =>
      (await waiting()).some(({ attempts, leased_by }) => Number(attempts) > 0 && !leased_by),
    );
    await portal.verify(sms, await house.codeTo(phone));
    expect(await waiting()).toMatchObject([{ priority: 1 }]);
    house.carriers.mail.answer = () => undefined;
    await house.advance(5);
    expect(await portal.verify(mail, await house.codeTo(email))).toMatchObject({ state: 'VERIFIED' });
  });

  it('that were not confirmed are replaced, and the code sent there says so', async () => {
    const { portal, activationId, mail: old = '' } = await withChannels(await house.taxpayer(), { email });
    const oldCode = await house.codeTo(email);
    const { tokens } = await portal.setChannels({ activationId, email: `baru.${email}` });
    expect(tokens).toMatchObject([
      { state: 'OPEN', messages: [{ maskedAddress: expect.stringMatching(/^b••/) }] },
    ]);
    expect(await portal.verify(old, oldCode)).toMatchObject({ code: 'TOKEN_CANCELLED' });
    expect(await complete(portal, activationId)).toMatchObject({ code: 'CHANNEL_NOT_CONFIRMED' });
    expect(await portal.verify(tokens[0].id, await house.codeTo(`baru.${email}`))).toMatchObject({
      state: 'VERIFIED',
    });
    expect(await complete(portal, activationId)).toMatchObject({ __typename: 'Session' });
  });

  it('given again as they are send nothing again', async () => {
    const { portal, activationId, answer } = await withChannels(await house.taxpayer());
    const again = await portal.setChannels({ activationId, phone, email });
    expect(again.tokens.map(({ id }: { id: string }) => id)).toEqual(
      answer.tokens.map(({ id }: { id: string }) => id),
    );
    for (const { messages } of again.tokens) expect(messages).toHaveLength(1);
  });

  it('are tried six an hour, then the answer says until when', async () => {
    const { portal, activationId } = await started(await house.taxpayer());
    for (let time = 0; time < 6; time += 1)
      expect(await portal.setChannels({ activationId, email: `${time}.${email}` })).toMatchObject({
        __typename: 'Activation',
      });
    const refused = await portal.setChannels({ activationId, email: `6.${email}` });
    expect(refused).toMatchObject({ code: 'RATE_LIMITED', field: 'email' });
    expect(Date.parse(refused.until) - Date.now()).toBeGreaterThan(59 * 60_000);
    expect((await portal.activation(activationId)).tokens).toMatchObject([{ state: 'OPEN' }]);
  });
});

describe('completing an activation', () => {
  it('needs one confirmed address', async () => {
    const { portal, activationId, sms = '' } = await withChannels(await house.taxpayer());
    expect(await complete(portal, activationId)).toMatchObject({ code: 'CHANNEL_NOT_CONFIRMED' });
    const wrong = other(await house.codeTo(phone));
    expect(await portal.verify(sms, wrong)).toMatchObject({ code: 'WRONG_CODE', attemptsLeft: 4 });
    expect(await complete(portal, activationId)).toMatchObject({ code: 'CHANNEL_NOT_CONFIRMED' });
  });

  it.each([
    ['short', 'pendek'],
    ['a common word with figures', 'password12345'],
    ['a row of keys', '1234567890'],
    ['a birth date and more figures', '17-08-1945 0812'],
    ['one letter', 'aaaaaaaaaaaa'],
    ["one's own name", 'BudiSantoso'],
    ['129 letters', 'gajah duduk '.repeat(11).slice(0, 129)],
    ['10,000 letters', 'gajah duduk '.repeat(900)],
  ])('refuses a password that is %s', async (_, password) => {
    const { portal, activationId, mail = '' } = await withChannels(await house.taxpayer(), { email });
    await portal.verify(mail, await house.codeTo(email));
    expect(await complete(portal, activationId, { password })).toMatchObject({ code: 'WEAK_PASSWORD' });
    expect(await portal.session()).toBeNull();
  });

  it('needs the liability notice, and keeps which one was accepted and when (R12, R22)', async () => {
    const person = await house.taxpayer();
    const { portal, activationId, mail = '' } = await withChannels(person, { email });
    await portal.verify(mail, await house.codeTo(email));
    expect(await complete(portal, activationId, { liabilityAccepted: false })).toMatchObject({
      ...{ code: 'INVALID_INPUT', field: 'liabilityAccepted' },
    });
    await complete(portal, activationId);
    const [account] = await house.database.query(
      `SELECT liability_version AS version, app_now() - liability_accepted_at < interval '1 minute' AS now,
         password_hash FROM account WHERE taxpayer_id = $1`,
      [person.id],
    );
    expect(account).toMatchObject({ version: '2015-02-13', now: true });
    expect(account?.password_hash).toMatch(/^\$argon2id\$/);
  });

  it('makes one account of eight clicks at the same moment', async () => {
    const { portal, activationId, mail = '' } = await withChannels(await house.taxpayer(), { email });
    await portal.verify(mail, await house.codeTo(email));
    const clicks = Array.from({ length: 8 }, () => complete(portal, activationId));
    const answers = (await Promise.all(clicks)).map(({ __typename, code }) => code ?? __typename);
    expect(answers.toSorted()).toEqual([...Array<string>(7).fill('ALREADY_ACTIVATED'), 'Session']);
  });

  it('succeeds with the phone though the mailbox is blocked, and the other way round (R45)', async () => {
    const blocked = { kind: 'refused', scope: 'recipient', reply: '550 5.7.28 blocked' } as const;
    for (const [blockedAddress, openAddress] of [
      [email, phone],
      [phone, email],
    ] as const) {
      for (const carrier of Object.values(house.carriers))
        carrier.answer = ({ to }) => (to === blockedAddress ? blocked : undefined);
      const { portal, activationId, sms = '', mail = '' } = await withChannels(await house.taxpayer());
      const [dead, alive] = blockedAddress === email ? [mail, sms] : [sms, mail];
      await house.until(async () => (await portal.token(dead)).messages[0].state === 'REFUSED');
      await portal.verify(alive, await house.codeTo(openAddress));
      const { tokens } = await portal.activation(activationId);
      expect(tokens.map(({ state }: { state: string }) => state).sort()).toEqual(['OPEN', 'VERIFIED']);
      expect(await complete(portal, activationId)).toMatchObject({ __typename: 'Session' });
      for (const carrier of Object.values(house.carriers)) carrier.answer = () => undefined;
    }
  });

  it('signs in, spends the e-FIN for good, and leaves a trace of each step (R18, R33)', async () => {
    const person = await house.taxpayer({ name: 'Siti Aminah' });
    const { portal, activationId, answer, sms = '', mail = '' } = await withChannels(person);
    expect(answer).toMatchObject({ taxpayerName: 'Siti Aminah' });
    expect(answer.tokens).toMatchObject([
      { purpose: 'CONFIRM_CHANNEL', state: 'OPEN', messages: [{ channel: 'SMS', via: 'Telkomsel' }] },
      { purpose: 'CONFIRM_CHANNEL', state: 'OPEN', messages: [{ channel: 'EMAIL', via: 'Gmail' }] },
    ]);
    expect(JSON.stringify(answer)).not.toContain(email);
    expect(JSON.stringify(answer)).not.toContain(phone.slice(3));
    await portal.verify(sms, await house.codeTo(phone));
    await portal.verify(mail, await house.codeTo(email));
    const session = await complete(portal, activationId);
    expect(session).toMatchObject({ taxpayer: { id: person.id, name: 'Siti Aminah' } });
    expect(await portal.session()).toMatchObject({ taxpayer: { id: person.id } });

    expect(await start(someone(), person)).toMatchObject({ code: 'ALREADY_ACTIVATED' });
    expect(await complete(portal, activationId)).toMatchObject({ code: 'ALREADY_ACTIVATED' });
    const trace = await house.database.query(
      'SELECT action FROM audit_entry WHERE subject = $1 ORDER BY id',
      [`taxpayer:${person.id}`],
    );
    expect(trace.map(({ action }) => action)).toEqual([
      ...['activation.started', 'token.issued', 'token.issued', 'token.verified', 'token.verified'],
      ...['account.activated', 'session.began'],
    ]);
  });
});
