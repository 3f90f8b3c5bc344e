import type { SendOutcome } from '@sampai/carriers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { subjectOf } from '#platform/caller';
import { type House, openHouse } from '#testing/house';
import { caller, codeFor } from '#testing/tokens';
import { delaySentence, moveSentence, runSmsCommand } from './index.ts';

const stop: SendOutcome = {
  ...{ kind: 'deferred', scope: 'lane', signal: 'stop', reply: '421 4.7.28 unusual rate' },
};
/** Lanes with and without a price for submissions. */
const PHONE = { free: '+6281234', priced: '+6289534' };

let house: House;
let worker: { stop(): Promise<void> } | undefined;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

let count = 100_000;
let id: string;
let email: string;
async function person(facts: { phone?: string } = {}) {
  ({ id } = await house.taxpayer({ passwordHash: 'unused', email, ...facts }));
}
beforeEach(async () => {
  count += 1;
  email = `alih${count}@gmail.com`;
  house.carriers.sms.answer = () => undefined;
  house.carriers.mail.answer = () => undefined;
  // What a test left waiting is no trouble of the next one, nor what a worker was just judging.
  await worker?.stop();
  await house.database.query(
    `UPDATE message SET state = 'DROPPED', patience_until = NULL WHERE state = 'QUEUED'`,
  );
  await house.database.query('DELETE FROM lane_health');
  await house.database.query('DELETE FROM lane_pace');
  await house.database.query('DELETE FROM lane_probe');
  await house.database.query(`SELECT pg_notify('lane_changed', '')`);
  await house.until(async () => (await house.delivery.lane('mail:gmail')).health === 'UNKNOWN');
  worker = await house.work();
});

const view = async (tokenId: string) =>
  (await house.tokens.view({ subject: subjectOf(id), flowHash: null }, tokenId)) ?? expect.fail('no token');
const sentTo = (address: string) =>
  [...house.carriers.sms.sent, ...house.carriers.mail.sent].filter(({ to }) => to === address);
const spentBy = (by: string) => runSmsCommand(house.db.read, ['spending', '--by', by]);
const metrics = async () => (await house.portal.inject({ method: 'GET', url: '/metrics' })).body;
const causes = async (tokenId: string) =>
  (await view(tokenId)).messages.map(({ channel, cause }) => `${channel} ${cause}`);

describe('a provider that refuses everybody', () => {
  it('makes the same code of a submission go by SMS, by itself and at once (R46, R68)', async () => {
    const phone = `${PHONE.free}${count}`;
    await person({ phone });
    house.carriers.mail.answer = () => stop;
    const token = await codeFor(house, id, { to: email });
    await house.until(() => sentTo(phone)[0]);
    const code = /\d{6}/.exec(sentTo(phone)[0]?.text ?? '')?.[0];
    expect(/\d{6}/.exec(sentTo(email)[0]?.text ?? '')?.[0]).toBe(code);
    expect(await causes(token.id)).toEqual(['EMAIL ASKED', 'SMS FAILOVER']);
    // It is an SMS like any other, to the budgets, to what is spent, and to the share of codes off e-mail (R40).
    expect(await house.delivery.smsFromNetwork(house.db.read, 'n', 9)).toBe(1);
    expect(await house.delivery.smsToBlock(house.db.read, phone.slice(0, 8), 9)).toMatchObject({ sms: 1 });
    await house.until(async () => (await spentBy('prefix')).includes(phone.slice(0, 8)));
    expect(await metrics()).toContain(
      'sampai_codes_off_email_total{purpose="SUBMIT_RETURN",cause="FAILOVER"} 1',
    );
    expect(await view(token.id)).toMatchObject({ sends: 1, attemptsLeft: 5 });
  });

  it('opens neither way of asking again before its time: a press there is answered with the same (R71)', async () => {
    const phone = `${PHONE.free}${count}`;
    await person({ phone });
    house.carriers.mail.answer = () => stop;
    const token = await codeFor(house, id, { to: email });
    await house.until(() => sentTo(phone)[0]);
    await house.until(async () => (await house.delivery.lane('mail:gmail')).health === 'RED');
    const viewer = { subject: subjectOf(id), flowHash: null };
    const { resendWays } = await view(token.id);
    expect(resendWays.map(({ channel }) => channel)).toEqual(['EMAIL', 'SMS']);
    for (const { channel, at } of resendWays) {
      const request = { tokenId: token.id, channel, acceptPrice: null, locale: 'id' as const };
      expect(await house.tokens.resend(viewer, request)).toMatchObject({ until: at });
      expect(at).toBeInstanceOf(Date);
    }
  });

  it('never makes a code that confirms an address leave it: the other one is advised (R45)', async () => {
    const phone = `${PHONE.free}${count}`;
    await person({ phone });
    house.carriers.mail.answer = () => stop;
    const token = await codeFor(house, id, { to: email, purpose: 'CONFIRM_CHANNEL' });
    await house.until(async () => (await view(token.id)).advice?.trouble === 'refusing');
    expect(await view(token.id)).toMatchObject({ advice: { channel: 'SMS', confirm: true } });
    expect(sentTo(phone)).toEqual([]);
  });

  it('offers a channel with a price and does not use it (R71)', async () => {
    const phone = `${PHONE.priced}${count}`;
    await person({ phone });
    house.carriers.mail.answer = () => stop;
    const token = await codeFor(house, id, { to: email });
    await house.until(async () => (await view(token.id)).advice);
    expect(await view(token.id)).toMatchObject({ advice: { channel: 'SMS', confirm: false, price: 350n } });
    expect(sentTo(phone)).toEqual([]);
  });

  it('is told to whoever has nothing but that mailbox, whose code goes on waiting', async () => {
    await person();
    house.carriers.mail.answer = () => stop;
    const token = await codeFor(house, id, { to: email });
    await house.until(async () => (await view(token.id)).messages[0]?.health === 'RED');
    expect((await view(token.id)).messages[0]).toMatchObject({ state: 'LATE', reason: 'provider-refusal' });
    house.carriers.mail.answer = () => undefined;
    await house.advance(20);
    await house.until(async () => (await view(token.id)).messages[0]?.sentOnAt);
  });
});

it.each<[string, SendOutcome]>([
  ['421-4.7.28', { kind: 'deferred', scope: 'lane', signal: 'stop', reply: '421-4.7.28 unusual rate' }],
  ['451 4.7.500', { kind: 'deferred', scope: 'lane', signal: 'slow-down', reply: '451 4.7.500 Server busy' }],
  ['450 4.2.0', { kind: 'deferred', scope: 'message', reply: '450 4.2.0 greylisted' }],
])('a code that a provider puts off with %s is said to be, from the first time on', async (_, answer) => {
  await person();
  house.carriers.mail.answer = () => answer;
  const token = await codeFor(house, id, { to: email });
  await house.until(async () => (await view(token.id)).messages[0]?.putOff);
  const [message] = (await view(token.id)).messages;
  for (const locale of ['id', 'en'] as const) {
    const said = message && delaySentence(message, locale);
    expect(said).toMatch(/^Gmail /);
    expect(said).not.toMatch(/belum memberi kabar|No word/);
  }
});

describe('an address that refuses its code', () => {
  const refuse: SendOutcome = { kind: 'refused', scope: 'recipient', reply: '550 5.1.1' };
  const confirm = (to: string) => codeFor(house, id, { to, binding: to, purpose: 'CONFIRM_CHANNEL' });
  const refused = (tokenId: string) =>
    house.until(async () => (await view(tokenId)).messages[0]?.state === 'REFUSED');

  it('is advised to be left for the other one, as long as that one may be reached (R45)', async () => {
    await person();
    const mail = await confirm(email);
    house.carriers.sms.answer = () => refuse;
    const sms = await confirm(`${PHONE.free}${count}`);
    await refused(sms.id);
    expect((await view(sms.id)).advice).toMatchObject({ channel: 'EMAIL', confirm: true });
    expect((await view(mail.id)).advice).toBeNull();
  });

  it('is no way out of another one that refused its code, and that one none of it', async () => {
    await person();
    house.carriers.sms.answer = () => refuse;
    house.carriers.mail.answer = () => refuse;
    const tokens = [await confirm(email), await confirm(`${PHONE.free}${count}`)];
    for (const token of tokens) await refused(token.id);
    for (const token of tokens) expect((await view(token.id)).advice).toBeNull();
  });
});

describe('a code that both channels refuse', () => {
  const ask = (tokenId: string, channel: 'SMS' | 'EMAIL') =>
    house.tokens.resend(
      { subject: subjectOf(id), flowHash: null },
      { tokenId, channel, acceptPrice: null, locale: 'id' },
    );
  const refusedBoth = (tokenId: string) =>
    house.until(async () => {
      const { messages } = await view(tokenId);
      return messages.length === 2 && messages.every(({ state }) => state === 'REFUSED');
    });
  const said = async (tokenId: string) =>
    (await view(tokenId)).messages.map((message) => delaySentence(message, 'en'));

  it('for their addresses is nowhere advised to go by the other one: the address is to be right, or the office helps', async () => {
    const refuse: SendOutcome = { kind: 'refused', scope: 'recipient', reply: '550 5.1.1' };
    for (const carrier of Object.values(house.carriers)) carrier.answer = () => refuse;
    await person({ phone: `${PHONE.free}${count}` });
    const token = await codeFor(house, id, { to: email });
    await refusedBoth(token.id);
    expect((await view(token.id)).advice).toBeNull();
    for (const channel of ['SMS', 'EMAIL'] as const)
      expect(await ask(token.id, channel)).toEqual({
        ...{ verdict: 'would-not-help', advice: null, until: null, refused: true },
      });
    for (const sentence of await said(token.id)) expect(sentence).toMatch(/if it is right, call Kring Pajak/);
  });

  it('by themselves is to be asked for later, by either', async () => {
    const refuse: SendOutcome = { kind: 'refused', scope: 'message', reply: '554 5.6.0' };
    for (const carrier of Object.values(house.carriers)) carrier.answer = () => refuse;
    await person({ phone: `${PHONE.free}${count}` });
    const token = await codeFor(house, id, { to: email });
    await refusedBoth(token.id);
    for (const channel of ['SMS', 'EMAIL'] as const)
      expect(await ask(token.id, channel)).toMatchObject({ verdict: 'too-soon' });
    for (const sentence of await said(token.id)) expect(sentence).toMatch(/Ask for it again in a while/);
  });

  it('says of the refused one that the code is in the other message, where that one gets on', async () => {
    house.carriers.mail.answer = () => ({ kind: 'refused', scope: 'recipient', reply: '550 5.1.1' });
    const phone = `${PHONE.free}${count}`;
    await person({ phone });
    const token = await codeFor(house, id, { to: email });
    await house.until(() => sentTo(phone)[0]);
    expect((await said(token.id))[0]).toContain('The same code is in another message.');
  });
});

describe('an SMS that one of two routes took and says nothing more of', () => {
  const findStuck = async (token: { id: string; subject: string }, lane: string) => {
    await house.until(async () => (await view(token.id)).messages[0]?.sentOnAt);
    const messageId = (await view(token.id)).messages[0]?.id ?? '';
    await house.db.inTransaction((tx) =>
      house.tokens.onStuck(tx, {
        ...{ ref: token.id, messageId, channel: 'SMS', lane, reason: 'no-progress' },
        ...{ tried: ['sms'], routeLeft: true, ofAddress: false },
      }),
    );
  };

  it('is sent once more by the other one, and the audit keeps by which it was tried (R43)', async () => {
    const phone = `${PHONE.free}${count}`;
    await person({ phone });
    const token = await codeFor(house, id, { to: phone });
    await findStuck(token, 'sms:telkomsel');
    expect(await causes(token.id)).toEqual(['SMS ASKED', 'SMS FAILOVER']);
    const [kept] = await house.database.query(
      `SELECT detail FROM audit_entry WHERE action = 'token.failed_over' AND subject = $1`,
      [token.subject],
    );
    expect(kept?.detail).toMatchObject({ from: 'SMS', to: 'SMS', verdict: 'other-route', tried: 'sms' });
  });

  it('is not, where the taxpayer would pay for both: the free mailbox gets the code (R71)', async () => {
    const phone = `${PHONE.priced}${count}`;
    await person({ phone });
    const token = await codeFor(house, id, { to: phone, acceptPrice: 350n });
    await findStuck(token, 'sms:tri');
    expect(await causes(token.id)).toEqual(['SMS ASKED', 'EMAIL FAILOVER']);
  });

  it("is not, where it confirms a number that has had the hour's SMS (R71)", async () => {
    const phone = `${PHONE.free}${count}`;
    await person();
    for (let asker = 0; asker < 2; asker += 1)
      await codeFor(house, (await house.taxpayer()).id, { to: phone, purpose: 'CONFIRM_CHANNEL' });
    const token = await codeFor(house, id, { to: phone, purpose: 'CONFIRM_CHANNEL' });
    await findStuck(token, 'sms:telkomsel');
    expect(await causes(token.id)).toEqual(['SMS ASKED']);
  });
});

describe('a lane that is red or closed', () => {
  /** Held, as by two refusals within an hour: the next judgement closes it. */
  const close = async (lane: string) => {
    await house.database.query(
      `INSERT INTO lane_pace (lane, rate, allowance, threshold, held_until) VALUES ($1, 0.1, 0, 0.1, app_now() + interval '30 minutes')
       ON CONFLICT (lane) DO UPDATE SET rate = 0.1, allowance = 0, held_until = excluded.held_until`,
      [lane],
    );
    await house.until(async () => (await house.delivery.lane(lane)).health === 'CLOSED');
  };

  const takesNothing = async (lane: string) => {
    await house.database.query(
      `INSERT INTO lane_health (lane, state, reason, bad_at) VALUES ($1, 'CLOSED', 'no-acceptance', app_now())
       ON CONFLICT (lane) DO UPDATE SET state = excluded.state, reason = excluded.reason`,
      [lane],
    );
    await house.database.query(`SELECT pg_notify('lane_changed', '')`);
    await house.until(async () => (await house.delivery.lane(lane)).health === 'CLOSED');
  };

  it('overrules the wish for it where the other channel is in order and free, and the token says so', async () => {
    const phone = `${PHONE.free}${count}`;
    await person({ phone });
    await close('mail:gmail');
    const token = await codeFor(house, id, { to: email });
    expect(await view(token.id)).toMatchObject({ channel: 'SMS', overruled: 'EMAIL', wishedVia: 'Gmail' });
    await house.until(() => sentTo(phone)[0]);
    expect(sentTo(email)).toEqual([]);
  });

  it('is tried with one of the codes that it loses, once in 30 seconds, and the person is told of both', async () => {
    await close('mail:gmail');
    const ask = async () => {
      count += 1;
      email = `alih${count}@gmail.com`;
      await person({ phone: `${PHONE.free}${count}` });
      return causes((await codeFor(house, id, { to: email })).id);
    };
    expect(await ask()).toEqual(['SMS ASKED', 'EMAIL PROBE']);
    expect(await ask()).toEqual(['SMS ASKED']);
    await house.advance(31);
    const token = await codeFor(house, id, { to: email, binding: 'another' });
    expect(await causes(token.id)).toEqual(['SMS ASKED', 'EMAIL PROBE']);
    expect(await view(token.id)).toMatchObject({ sends: 1 });
    expect(moveSentence(await view(token.id), 'en')).toBe(
      'Gmail was holding back our messages when this code was asked for. So we sent the code by SMS. We also try the same code through Gmail, at no cost: whichever arrives will do.',
    );
  });

  it('is called better by the codes that it is tried with, and takes part again', async () => {
    const broken: SendOutcome = { kind: 'deferred', scope: 'route', reply: '451 4.3.0 broken' };
    house.carriers.mail.answer = () => broken;
    await takesNothing('mail:gmail');
    const ask = async () => {
      count += 1;
      email = `alih${count}@gmail.com`;
      await person({ phone: `${PHONE.free}${count}` });
      await codeFor(house, id, { to: email });
      const address = email;
      await house.until(() => sentTo(address)[0]);
      await house.advance(31);
    };
    await ask();
    house.carriers.mail.answer = () => undefined;
    for (let probe = 0; probe < 3; probe += 1) await ask();
    await house.until(async () => (await house.delivery.lane('mail:gmail')).health === 'AMBER');
    await person({ phone: `${PHONE.free}${count}` });
    expect(await causes((await codeFor(house, id, { to: email })).id)).toEqual(['EMAIL ASKED']);
  });

  it('is never tried with a code that the person would pay for there', async () => {
    const phone = `${PHONE.priced}${count}`;
    await person({ phone });
    await takesNothing('sms:tri');
    const token = await codeFor(house, id, { to: phone, acceptPrice: 350n });
    expect(await causes(token.id)).toEqual(['EMAIL ASKED']);
  });

  it.each([
    ['costs something', { phone: PHONE.priced }],
    ['does not exist', {}],
  ])('is what is left where the other channel %s', async (_, { phone }: { phone?: string }) => {
    await person(phone ? { phone: `${phone}${count}` } : {});
    await close('mail:gmail');
    const token = await codeFor(house, id, { to: email });
    expect(await view(token.id)).toMatchObject({ channel: 'EMAIL', overruled: null });
  });

  it('is waited in where the other channel has had the SMS of an hour', async () => {
    const phone = `${PHONE.free}${count}`;
    await person({ phone });
    for (let time = 0; time < 3; time += 1) await codeFor(house, id, { to: phone, binding: `${time}` });
    await close('mail:gmail');
    const token = await codeFor(house, id, { to: email });
    expect(await view(token.id)).toMatchObject({ channel: 'EMAIL', overruled: null });
  });

  it('does not overrule which address is to be confirmed', async () => {
    await person({ phone: `${PHONE.free}${count}` });
    await close('mail:gmail');
    const token = await codeFor(house, id, { to: email, purpose: 'CONFIRM_CHANNEL' });
    expect(await view(token.id)).toMatchObject({ channel: 'EMAIL', overruled: null });
  });
});

describe('a code that was entered', () => {
  it('leaves nothing of it waiting in a closed lane (R57)', async () => {
    const phone = `${PHONE.free}${count}`;
    await person({ phone });
    house.carriers.mail.answer = () => stop;
    const token = await codeFor(house, id, { to: email, purpose: 'SIGN_IN' });
    await house.until(() => sentTo(phone)[0]);
    const code = /\d{6}/.exec(sentTo(phone)[0]?.text ?? '')?.[0] ?? '';
    await house.until(async () => (await view(token.id)).messages[0]?.state === 'LATE');
    await worker?.stop(); // what follows was done by the entered code, and not by the next attempt
    expect(await house.tokens.verify(caller({ taxpayerId: id }), { tokenId: token.id, code })).toMatchObject({
      verdict: 'verified',
    });
    expect((await view(token.id)).messages[0]?.state).toBe('DROPPED');
    const tried = sentTo(email).length;
    house.carriers.mail.answer = () => undefined;
    worker = await house.work();
    await house.advance(20);
    await codeFor(house, (await house.taxpayer()).id, { to: `next-${email}` });
    await house.until(() => sentTo(`next-${email}`)[0]);
    expect(sentTo(email)).toHaveLength(tried);
  });
});
