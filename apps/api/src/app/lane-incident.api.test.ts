import type { SendOutcome } from '@sampai/carriers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, judgeLanesFrom, openHouse } from '#testing/house';
import { codeFor } from '#testing/tokens';

const broken: SendOutcome = { kind: 'deferred', scope: 'route', reply: 'ESME_RSYSERR (0x08)' };

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await judgeLanesFrom(house.database, 5);
  house.policies.forget();
  house.carriers.sms.answer = () => broken;
  await house.work();
});
afterAll(() => house.close());

let count = 100_000;
const numberOf = (person: number) => `+6281734${person}`;
/** Somebody with a phone of XL and a mailbox asks for a code by SMS; gives where the code goes. */
async function ask() {
  count += 1;
  const { id } = await house.taxpayer({
    ...{ passwordHash: 'none', phone: numberOf(count), email: `xl${count}@gmail.com` },
  });
  const token = await codeFor(house, id, { to: numberOf(count) });
  const messages = await house.database.query(
    'SELECT channel, cause FROM message WHERE content_ref = $1 ORDER BY queued_at, id',
    [token.id],
  );
  return messages.map(({ channel, cause }) => `${channel} ${cause}`);
}
const healthOfXl = async () =>
  (await house.database.query(`SELECT state FROM lane_health WHERE lane = 'sms:xl'`))[0]?.state;
const incident = async () => (await house.database.query('SELECT until FROM incident'))[0];
const notices = () => house.database.query(`SELECT 1 FROM message WHERE kind = 'NOTICE'`);
const later = async (seconds: number) => {
  await house.advance(seconds);
  await house.judged();
  await house.db.inTransaction(house.status.sweep);
};

it('a carrier that takes nothing is an incident, and silence does not end it (R53)', async () => {
  for (let person = 0; person < 6; person += 1) await ask();
  await house.until(async () => (await healthOfXl()) === 'CLOSED');
  expect(await incident()).toEqual({ until: null });
  // Everybody finishes another way.
  await house.database.query(
    `UPDATE message SET state = 'DROPPED', patience_until = NULL WHERE lane = 'sms:xl'`,
  );
  for (const seconds of [48, 20 * 60, 2 * 3_600]) await later(seconds);
  expect(await healthOfXl()).toBe('CLOSED');
  expect(await incident()).toEqual({ until: null });
  const told = await house.database.query('SELECT text_en FROM incident_statement ORDER BY id DESC LIMIT 1');
  expect(told).toEqual([
    { text_en: expect.stringMatching(/to XL since \d\d\.\d\d WIB, so we cannot say yet/) },
  ]);
  expect(await notices()).toEqual([]);
});

it('it ends when codes that went another way were accepted there, and messages arrived for a quarter of an hour', async () => {
  house.carriers.sms.answer = () => undefined;
  const sentTo = (person: number) => house.carriers.sms.sent.findIndex(({ to }) => to === numberOf(person));
  for (let probe = 0; probe < 3; probe += 1) {
    expect(await ask()).toEqual(['EMAIL ASKED', 'SMS PROBE']);
    await house.until(() => sentTo(count) >= 0);
    await later(31);
  }
  expect(await healthOfXl()).toBe('AMBER');
  await later(16 * 60);
  expect(await incident()).toEqual({ until: null }); // accepted, and nobody knows yet whether it arrives

  await house.until(async () => (await house.delivery.lane('sms:xl')).health !== 'CLOSED');
  expect(await ask()).toEqual(['SMS ASKED']);
  const place = await house.until(() => sentTo(count) + 1);
  await house.until(
    async () =>
      (await house.database.query(`SELECT 1 FROM message WHERE provider_id = 'sms-${place}'`)).length > 0,
  );
  await house.carriers.sms.receive({ providerIds: [`sms-${place}`], state: 'delivered' });
  await house.until(async () => (await healthOfXl()) === 'GREEN');
  await later(14 * 60);
  expect(await incident()).toEqual({ until: null });
  await later(61);
  expect(await incident()).toEqual({ until: expect.any(Date) });
});
