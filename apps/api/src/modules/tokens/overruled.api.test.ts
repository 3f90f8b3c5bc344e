import type { SendOutcome } from '@sampai/carriers';
import { describe, expect, it } from 'vitest';
import { codeFor } from '#testing/tokens';
import { moveSentence } from './index.ts';
import { PHONE, useSomebody } from './testing/somebody.ts';

const some = useSomebody();
const { causes, person, sentTo, view } = some;

describe('a lane that is red or closed', () => {
  /** Held, as by two refusals within an hour: the next judgement closes it. */
  const close = async (lane: string) => {
    // Only lanes that were heard of are judged.
    await some.house.database.query('INSERT INTO lane_health (lane) VALUES ($1) ON CONFLICT DO NOTHING', [
      lane,
    ]);
    await some.house.database.query(
      `INSERT INTO lane_pace (lane, rate, allowance, threshold, held_until) VALUES ($1, 0.1, 0, 0.1, app_now() + interval '30 minutes')
       ON CONFLICT (lane) DO UPDATE SET rate = 0.1, allowance = 0, held_until = excluded.held_until`,
      [lane],
    );
    await some.house.until(async () => (await some.house.delivery.lane(lane)).health === 'CLOSED');
  };

  const takesNothing = async (lane: string) => {
    await some.house.database.query(
      `INSERT INTO lane_health (lane, state, reason, bad_at) VALUES ($1, 'CLOSED', 'no-acceptance', app_now())
       ON CONFLICT (lane) DO UPDATE SET state = excluded.state, reason = excluded.reason`,
      [lane],
    );
    await some.house.database.query(`SELECT pg_notify('lane_changed', '')`);
    await some.house.until(async () => (await some.house.delivery.lane(lane)).health === 'CLOSED');
  };

  it('overrules the wish for it where the other channel is in order and free, and the token says so', async () => {
    const phone = `${PHONE.free}${some.count}`;
    await person({ phone });
    await close('mail:gmail');
    const token = await codeFor(some.house, some.id, { to: some.email });
    expect(await view(token.id)).toMatchObject({ channel: 'SMS', overruled: 'EMAIL', wishedVia: 'Gmail' });
    await some.house.until(() => sentTo(phone)[0]);
    expect(sentTo(some.email)).toEqual([]);
  });

  it('is tried with one of the codes that it loses, once in 30 seconds, and the person is told of both', async () => {
    await close('mail:gmail');
    const ask = async () => {
      some.renew();
      await person({ phone: `${PHONE.free}${some.count}` });
      return causes((await codeFor(some.house, some.id, { to: some.email })).id);
    };
    expect(await ask()).toEqual(['SMS ASKED', 'EMAIL PROBE']);
    expect(await ask()).toEqual(['SMS ASKED']);
    await some.house.advance(31);
    const token = await codeFor(some.house, some.id, { to: some.email, binding: 'another' });
    expect(await causes(token.id)).toEqual(['SMS ASKED', 'EMAIL PROBE']);
    expect(await view(token.id)).toMatchObject({ sends: 1 });
    expect(moveSentence(await view(token.id), 'en')).toBe(
      'Gmail was holding back our messages when this code was asked for. So we sent the code by SMS. We also try the same code through Gmail, at no cost: whichever arrives will do.',
    );
  });

  it('is called better by the codes that it is tried with, and takes part again', async () => {
    const broken: SendOutcome = { kind: 'deferred', scope: 'route', reply: '451 4.3.0 broken' };
    some.house.carriers.mail.answer = () => broken;
    await takesNothing('mail:gmail');
    const ask = async () => {
      some.renew();
      await person({ phone: `${PHONE.free}${some.count}` });
      await codeFor(some.house, some.id, { to: some.email });
      const address = some.email;
      await some.house.until(() => sentTo(address)[0]);
      await some.house.advance(31);
    };
    await ask();
    some.house.carriers.mail.answer = () => undefined;
    for (let probe = 0; probe < 3; probe += 1) await ask();
    await some.house.until(async () => (await some.house.delivery.lane('mail:gmail')).health === 'AMBER');
    await person({ phone: `${PHONE.free}${some.count}` });
    expect(await causes((await codeFor(some.house, some.id, { to: some.email })).id)).toEqual([
      'EMAIL ASKED',
    ]);
  });

  it('is never tried with a code that the person would pay for there', async () => {
    const phone = `${PHONE.priced}${some.count}`;
    await person({ phone });
    await takesNothing('sms:tri');
    const token = await codeFor(some.house, some.id, { to: phone, acceptPrice: 350n });
    expect(await causes(token.id)).toEqual(['EMAIL ASKED']);
  });

  it.each([
    ['costs something', { phone: PHONE.priced }],
    ['does not exist', {}],
  ])('is what is left where the other channel %s', async (_, { phone }: { phone?: string }) => {
    await person(phone ? { phone: `${phone}${some.count}` } : {});
    await close('mail:gmail');
    const token = await codeFor(some.house, some.id, { to: some.email });
    expect(await view(token.id)).toMatchObject({ channel: 'EMAIL', overruled: null });
  });

  it('is waited in where the other channel has had the SMS of an hour', async () => {
    const phone = `${PHONE.free}${some.count}`;
    await person({ phone });
    for (let time = 0; time < 3; time += 1)
      await codeFor(some.house, some.id, { to: phone, binding: `${time}` });
    await close('mail:gmail');
    const token = await codeFor(some.house, some.id, { to: some.email });
    expect(await view(token.id)).toMatchObject({ channel: 'EMAIL', overruled: null });
  });

  it('does not overrule which address is to be confirmed', async () => {
    await person({ phone: `${PHONE.free}${some.count}` });
    await close('mail:gmail');
    const token = await codeFor(some.house, some.id, { to: some.email, purpose: 'CONFIRM_CHANNEL' });
    expect(await view(token.id)).toMatchObject({ channel: 'EMAIL', overruled: null });
  });
});
