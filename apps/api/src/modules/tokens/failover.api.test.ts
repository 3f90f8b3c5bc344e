import type { SendOutcome } from '@sampai/carriers';
import { describe, expect, it } from 'vitest';
import { subjectOf } from '#platform/caller';
import { caller, codeFor } from '#testing/tokens';
import { runSmsCommand } from './index.ts';
import { PHONE, useSomebody } from './testing/somebody.ts';

const some = useSomebody();
const { causes, person, sentTo, startWorker, stopWorker, view } = some;
const stop: SendOutcome = {
  ...{ kind: 'deferred', scope: 'lane', signal: 'stop', reply: '421 4.7.28 unusual rate' },
};
const spentBy = (by: string) => runSmsCommand(some.house.db.read, ['spending', '--by', by]);
const metrics = async () => (await some.house.portal.inject({ method: 'GET', url: '/metrics' })).body;

describe('a provider that refuses everybody', () => {
  it('makes the same code of a submission go by SMS, by itself and at once (R46, R68)', async () => {
    const phone = `${PHONE.free}${some.count}`;
    await person({ phone });
    some.house.carriers.mail.answer = () => stop;
    const token = await codeFor(some.house, some.id, { to: some.email });
    await some.house.until(() => sentTo(phone)[0]);
    const code = /\d{6}/.exec(sentTo(phone)[0]?.text ?? '')?.[0];
    expect(/\d{6}/.exec(sentTo(some.email)[0]?.text ?? '')?.[0]).toBe(code);
    expect(await causes(token.id)).toEqual(['EMAIL ASKED', 'SMS FAILOVER']);
    // It is an SMS like any other, to the budgets, to what is spent, and to the share of codes off e-mail (R40).
    expect(await some.house.delivery.smsFromNetwork(some.house.db.read, 'n', 9)).toBe(1);
    expect(await some.house.delivery.smsToBlock(some.house.db.read, phone.slice(0, 8), 9)).toMatchObject({
      sms: 1,
    });
    await some.house.until(async () => (await spentBy('prefix')).includes(phone.slice(0, 8)));
    expect(await metrics()).toContain(
      'sampai_codes_off_email_total{purpose="SUBMIT_RETURN",cause="FAILOVER"} 1',
    );
    expect(await view(token.id)).toMatchObject({ sends: 1, attemptsLeft: 5 });
  });

  it('opens neither way of asking again before its time: a press there is answered with the same (R71)', async () => {
    const phone = `${PHONE.free}${some.count}`;
    await person({ phone });
    some.house.carriers.mail.answer = () => stop;
    const token = await codeFor(some.house, some.id, { to: some.email });
    await some.house.until(() => sentTo(phone)[0]);
    await some.house.until(async () => (await some.house.delivery.lane('mail:gmail')).health === 'RED');
    const viewer = { subject: subjectOf(some.id), flowHash: null };
    const { resendWays } = await view(token.id);
    expect(resendWays.map(({ channel }) => channel)).toEqual(['EMAIL', 'SMS']);
    for (const { channel, at } of resendWays) {
      const request = { tokenId: token.id, channel, acceptPrice: null, locale: 'id' as const };
      expect(await some.house.tokens.resend(viewer, request)).toMatchObject({ until: at });
      expect(at).toBeInstanceOf(Date);
    }
  });

  it('never makes a code that confirms an address leave it: the other one is advised (R45)', async () => {
    const phone = `${PHONE.free}${some.count}`;
    await person({ phone });
    some.house.carriers.mail.answer = () => stop;
    const token = await codeFor(some.house, some.id, { to: some.email, purpose: 'CONFIRM_CHANNEL' });
    await some.house.until(async () => (await view(token.id)).advice?.trouble === 'refusing');
    expect(await view(token.id)).toMatchObject({ advice: { channel: 'SMS', confirm: true } });
    expect(sentTo(phone)).toEqual([]);
  });

  it('offers a channel with a price and does not use it (R71)', async () => {
    const phone = `${PHONE.priced}${some.count}`;
    await person({ phone });
    some.house.carriers.mail.answer = () => stop;
    const token = await codeFor(some.house, some.id, { to: some.email });
    await some.house.until(async () => (await view(token.id)).advice);
    expect(await view(token.id)).toMatchObject({ advice: { channel: 'SMS', confirm: false, price: 350n } });
    expect(sentTo(phone)).toEqual([]);
  });

  it('is told to whoever has nothing but that mailbox, whose code goes on waiting', async () => {
    await person();
    some.house.carriers.mail.answer = () => stop;
    const token = await codeFor(some.house, some.id, { to: some.email });
    await some.house.until(async () => (await view(token.id)).messages[0]?.health === 'RED');
    expect((await view(token.id)).messages[0]).toMatchObject({ state: 'LATE', reason: 'provider-refusal' });
    some.house.carriers.mail.answer = () => undefined;
    await some.house.advance(20);
    await some.house.until(async () => (await view(token.id)).messages[0]?.sentOnAt);
  });
});

describe('an SMS that one of two routes took and says nothing more of', () => {
  const findStuck = async (token: { id: string; subject: string }, lane: string) => {
    await some.house.until(async () => (await view(token.id)).messages[0]?.sentOnAt);
    const messageId = (await view(token.id)).messages[0]?.id ?? '';
    await some.house.db.inTransaction((tx) =>
      some.house.tokens.onStuck(tx, {
        ...{ ref: token.id, messageId, channel: 'SMS', lane, reason: 'no-progress' },
        ...{ tried: ['sms'], routeLeft: true, ofAddress: false },
      }),
    );
  };

  it('is sent once more by the other one, and the audit keeps by which it was tried (R43)', async () => {
    const phone = `${PHONE.free}${some.count}`;
    await person({ phone });
    const token = await codeFor(some.house, some.id, { to: phone });
    await findStuck(token, 'sms:telkomsel');
    expect(await causes(token.id)).toEqual(['SMS ASKED', 'SMS FAILOVER']);
    const [kept] = await some.house.database.query(
      `SELECT detail FROM audit_entry WHERE action = 'token.failed_over' AND subject = $1`,
      [token.subject],
    );
    expect(kept?.detail).toMatchObject({ from: 'SMS', to: 'SMS', verdict: 'other-route', tried: 'sms' });
  });

  it('is not, where the taxpayer would pay for both: the free mailbox gets the code (R71)', async () => {
    const phone = `${PHONE.priced}${some.count}`;
    await person({ phone });
    const token = await codeFor(some.house, some.id, { to: phone, acceptPrice: 350n });
    await findStuck(token, 'sms:tri');
    expect(await causes(token.id)).toEqual(['SMS ASKED', 'EMAIL FAILOVER']);
  });

  it("is not, where it confirms a number that has had the hour's SMS (R71)", async () => {
    const phone = `${PHONE.free}${some.count}`;
    await person();
    for (let asker = 0; asker < 2; asker += 1)
      await codeFor(some.house, (await some.house.taxpayer()).id, { to: phone, purpose: 'CONFIRM_CHANNEL' });
    const token = await codeFor(some.house, some.id, { to: phone, purpose: 'CONFIRM_CHANNEL' });
    await findStuck(token, 'sms:telkomsel');
    expect(await causes(token.id)).toEqual(['SMS ASKED']);
  });
});

describe('a code that was entered', () => {
  it('leaves nothing of it waiting in a closed lane (R57)', async () => {
    const phone = `${PHONE.free}${some.count}`;
    await person({ phone });
    some.house.carriers.mail.answer = () => stop;
    const token = await codeFor(some.house, some.id, { to: some.email, purpose: 'SIGN_IN' });
    await some.house.until(() => sentTo(phone)[0]);
    const code = /\d{6}/.exec(sentTo(phone)[0]?.text ?? '')?.[0] ?? '';
    await some.house.until(async () => (await view(token.id)).messages[0]?.state === 'LATE');
    await stopWorker(); // what follows was done by the entered code, and not by the next attempt
    expect(
      await some.house.tokens.verify(caller({ taxpayerId: some.id }), { tokenId: token.id, code }),
    ).toMatchObject({
      verdict: 'verified',
    });
    expect((await view(token.id)).messages[0]?.state).toBe('DROPPED');
    const tried = sentTo(some.email).length;
    some.house.carriers.mail.answer = () => undefined;
    await startWorker();
    await some.house.advance(20);
    await codeFor(some.house, (await some.house.taxpayer()).id, { to: `next-${some.email}` });
    await some.house.until(() => sentTo(`next-${some.email}`)[0]);
    expect(sentTo(some.email)).toHaveLength(tried);
  });
});
