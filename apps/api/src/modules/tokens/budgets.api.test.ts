import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { subjectOf } from '#platform/caller';
import { type House, openHouse } from '#testing/house';
import type { Portal } from '#testing/portal';
import { askCode } from '#testing/tokens';
import { visitorsTo } from '#testing/visitors';

const PASSWORD = 'gajah duduk di atap';
const OPEN = { perNetworkHour: 1000, perPrefixHour: 1000 };

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

let count = 0;
let phone: string;
beforeEach(() => {
  count += 1;
  phone = `+6281234${600_000 + count}`;
});
const someone = visitorsTo(() => house);

/** From now on; the work is little, so that tests do not wait for it. */
async function budgets(wish: object): Promise<void> {
  const value = JSON.stringify({ enforced: true, ...OPEN, work: { keys: 3, cost: 10 }, ...wish });
  await house.database.query(`DELETE FROM policy WHERE key = 'sms.budgets' AND valid_from > '2020-01-01'`);
  await house.database.query(`INSERT INTO policy VALUES ('sms.budgets', app_now(), $1::jsonb)`, [value]);
  house.policies.forget();
}
async function activation(portal: Portal = someone()) {
  const { identifier, efin } = await house.taxpayer();
  const { id: activationId } = await portal.startActivation({ identifier, efin });
  return { portal, set: (more: object = {}) => portal.setChannels({ activationId, phone, ...more }) };
}
async function solutionOf({ challenge: text }: { challenge: string }): Promise<string> {
  const challenge = JSON.parse(text);
  const solution = await solveChallenge({ challenge, deriveKey });
  return JSON.stringify({ challenge, solution });
}
const smsTo = async (number: string): Promise<number> =>
  (await house.delivery.sentToAddress(house.db.read, house.secrets.index('SMS', number), 60)).length;

describe('budgets that only record', () => {
  it('refuse nobody, however much lies above', async () => {
    await budgets({ enforced: false, perNetworkHour: 0, perPrefixHour: 0 });
    const { set } = await activation();
    expect(await set()).toMatchObject({ __typename: 'Activation' });
    expect(await smsTo(phone)).toBe(1);
  });
});

describe("above a network's budget", () => {
  beforeEach(() => budgets({ perNetworkHour: 0 }));

  it('a browser outside a session is asked for work, and sends nothing before', async () => {
    const { set } = await activation();
    const asked = await set();
    expect(asked).toMatchObject({ __typename: 'ChallengeNeeded', code: 'CHALLENGE_NEEDED' });
    expect(asked.message).toMatch(/jaringan Anda/);
    expect(await smsTo(phone)).toBe(0);
  });

  it('a right solution lets exactly its request through (R69)', async () => {
    const { set } = await activation();
    const proofOfWork = await solutionOf(await set());
    expect(await set({ proofOfWork })).toMatchObject({ __typename: 'Activation' });
    expect(await smsTo(phone)).toBe(1);
  });

  it('a solution is refused the second time with a new challenge, whose own solution passes: no loop (R69)', async () => {
    const { set } = await activation();
    const proofOfWork = await solutionOf(await set());
    await set({ proofOfWork });
    const other = `+6281234${700_000 + count}`;
    const again = await set({ phone: other, proofOfWork });
    expect(again).toMatchObject({ code: 'CHALLENGE_NEEDED' });
    expect(await set({ phone: other, proofOfWork: await solutionOf(again) })).toMatchObject({
      __typename: 'Activation',
    });
  });

  it('of two requests with one solution at the same time one passes', async () => {
    const portal = someone();
    const [one, two] = [await activation(portal), await activation(portal)];
    const proofOfWork = await solutionOf(await one.set());
    const numbers = [`+6281234${710_000 + count}`, `+6281234${720_000 + count}`];
    const answers = await Promise.all([
      one.set({ phone: numbers[0], proofOfWork }),
      two.set({ phone: numbers[1], proofOfWork }),
    ]);
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['Activation', 'ChallengeNeeded']);
  });

  it('a solution is not spent by a request that is refused for something else', async () => {
    const { set } = await activation();
    const proofOfWork = await solutionOf(await set());
    expect(await set({ email: 'bukan alamat', proofOfWork })).toMatchObject({
      ...{ code: 'INVALID_INPUT', field: 'email' },
    });
    expect(await set({ proofOfWork })).toMatchObject({ __typename: 'Activation' });
  });

  it('the same request again, once it has passed, needs no work and sends nothing', async () => {
    const { set } = await activation();
    await set({ proofOfWork: await solutionOf(await set()) });
    expect(await set()).toMatchObject({ __typename: 'Activation' });
    expect(await smsTo(phone)).toBe(1);
  });

  it("another browser's solution is no use", async () => {
    const [mine, theirs] = [await activation(), await activation()];
    const proofOfWork = await solutionOf(await theirs.set());
    expect(await mine.set({ proofOfWork })).toMatchObject({ code: 'CHALLENGE_NEEDED' });
  });

  it('a challenge that was written to, or is ten minutes old, is no use', async () => {
    const { set } = await activation();
    const proofOfWork = await solutionOf(await set());
    const written = JSON.parse(proofOfWork);
    written.challenge.parameters.data.endsAt += 3600;
    expect(await set({ proofOfWork: JSON.stringify(written) })).toMatchObject({ code: 'CHALLENGE_NEEDED' });
    const wrong = JSON.parse(proofOfWork);
    wrong.solution.derivedKey = 'ab'.repeat(32);
    expect(await set({ proofOfWork: JSON.stringify(wrong) })).toMatchObject({ code: 'CHALLENGE_NEEDED' });
    await house.advance(601);
    expect(await set({ proofOfWork })).toMatchObject({ code: 'CHALLENGE_NEEDED' });
  });

  it.each(['', 'null', '{}', '[1]', '{"challenge":{},"solution":{}}', 'x'.repeat(5000)])(
    'what is no solution at all (%#) is asked for one',
    async (proofOfWork) => {
      const { set } = await activation();
      expect(await set({ proofOfWork })).toMatchObject({ code: 'CHALLENGE_NEEDED' });
    },
  );

  it('e-mail goes out without any work', async () => {
    const { portal } = await activation();
    const { identifier, efin } = await house.taxpayer();
    const { id: activationId } = await portal.startActivation({ identifier, efin });
    const email = `wp${count}@gmail.com`;
    expect(await portal.setChannels({ activationId, email })).toMatchObject({ __typename: 'Activation' });
  });

  it('a second factor by SMS asks for work after the right password, and passes with it', async () => {
    const person = await house.taxpayer({ password: PASSWORD, phone, secondFactor: 'SMS' });
    const portal = someone();
    const input = { identifier: person.identifier, password: PASSWORD };
    expect(await portal.signIn({ ...input, password: 'salah sama sekali' })).toMatchObject({
      ...{ code: 'NOT_RECOGNISED' },
    });
    const asked = await portal.signIn(input);
    expect(asked).toMatchObject({ code: 'CHALLENGE_NEEDED' });
    const answer = await portal.signIn({ ...input, proofOfWork: await solutionOf(asked) });
    expect(answer).toMatchObject({ __typename: 'SecondFactorNeeded' });
  });

  it('nobody is asked inside a session (R69)', async () => {
    const { id } = await house.taxpayer({ password: PASSWORD, phone });
    expect(await askCode(house, id, { to: phone })).toMatchObject({ ok: true });
  });
});

describe("above a number block's budget", () => {
  beforeEach(() => budgets({ perPrefixHour: 0 }));

  it('a number that is not confirmed gets no SMS, and the refusal names e-mail and a time', async () => {
    const { set } = await activation();
    const refused = await set();
    expect(refused).toMatchObject({ __typename: 'Refusal', code: 'RATE_LIMITED', field: 'phone' });
    expect(refused.message).toMatch(/Pakai email/);
    expect(Date.parse(refused.until)).toBeGreaterThan(0);
    expect(await smsTo(phone)).toBe(0);
  });

  it('a second factor and a signed-in person go on', async () => {
    const person = await house.taxpayer({ password: PASSWORD, phone, secondFactor: 'SMS' });
    const answer = await someone().signIn({ identifier: person.identifier, password: PASSWORD });
    expect(answer).toMatchObject({ __typename: 'SecondFactorNeeded' });
    expect(await askCode(house, person.id, { to: phone })).toMatchObject({ ok: true });
  });
});

describe('what budgets count', () => {
  beforeAll(() => house.work());
  const use = async (network: string) => ({
    network: await house.delivery.smsFromNetwork(house.db.read, network, 3),
    block: await house.delivery.smsToBlock(house.db.read, phone.slice(0, 8), 2),
  });

  const again = (id: string, tokenId: string, channel: 'SMS' | 'EMAIL') =>
    house.tokens.resend(
      { subject: subjectOf(id), flowHash: null },
      { tokenId, channel, acceptPrice: null, locale: 'id' },
    );

  it('is SMS of the last hour, with resends, and no further than the budget', async () => {
    await house.advance(3601);
    await budgets({ enforced: false });
    expect(await use('n')).toEqual({ network: 0, block: { sms: 0, freeAt: null } });
    const { id } = await house.taxpayer();
    const issued = await askCode(house, id, { to: phone });
    await askCode(house, id, { to: 'wp@gmail.com', binding: 'by mail' });
    expect(await use('n')).toMatchObject({ network: 1, block: { sms: 1 } });
    expect(await use('elsewhere')).toMatchObject({ network: 0, block: { sms: 1 } });
    const taken = { channel: 'SMS', sentOnAt: { not: null }, contentRef: issued.ok ? issued.token.id : '' };
    for (const [sent, seconds] of [61, 121].entries()) {
      await house.until(async () => (await house.db.read.message.count({ where: taken })) > sent);
      await house.advance(seconds);
      if (issued.ok) expect(await again(id, issued.token.id, 'SMS')).toMatchObject({ verdict: 'sent' });
    }
    expect(await use('n')).toMatchObject({ network: 3, block: { sms: 2, freeAt: expect.any(Date) } });
    await house.advance(3601);
    expect(await use('n')).toEqual({ network: 0, block: { sms: 0, freeAt: null } });
  });

  it('is also the SMS of a code that began as e-mail, each once', async () => {
    const { id } = await house.taxpayer({ passwordHash: 'unused', phone });
    const issued = await askCode(house, id, { to: 'wp@gmail.com', purpose: 'SIGN_IN' });
    if (!issued.ok) return expect.fail('refused');
    expect(await again(id, issued.token.id, 'SMS')).toMatchObject({ verdict: 'sent' });
    expect(await use('n')).toMatchObject({ network: 1, block: { sms: 1 } });
    // One SMS more of the same code is no code more off e-mail (R40).
    const taken = { channel: 'SMS', sentOnAt: { not: null }, contentRef: issued.token.id };
    await house.until(() => house.db.read.message.count({ where: taken }));
    await house.advance(300);
    expect(await again(id, issued.token.id, 'SMS')).toMatchObject({ verdict: 'sent' });
    expect(await use('n')).toMatchObject({ network: 2, block: { sms: 2 } });
    const { body } = await house.portal.inject({ method: 'GET', url: '/metrics' });
    expect(body).toContain('sampai_codes_off_email_total{purpose="SIGN_IN",cause="ASKED_AGAIN"} 1');
  });
});
