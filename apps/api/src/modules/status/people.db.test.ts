import { afterAll, beforeAll, expect, it } from 'vitest';
import { appNow } from '#platform/database';
import { type House, openHouse } from '#testing/house';
import { askCode, caller } from '#testing/tokens';
import type { Health } from './index.ts';

let house: House;
let incident: string;
const ids: Record<string, string> = {};

async function tell(to: Health) {
  const at = await appNow(house.db.read);
  await house.db.inTransaction((tx) =>
    house.status.laneChanged(tx, {
      ...{
        lane: 'mail:gmail',
        listed: true,
        name: 'Gmail',
        channel: 'EMAIL',
        from: 'GREEN',
        to,
        reason: 'slow',
        at,
      },
    }),
  );
}
/** It is well, mail arrives, and a quarter of an hour goes by. */
async function recover() {
  await tell('GREEN');
  await house.advance(2 * 60);
  await house.database.query(
    `INSERT INTO lane_minute (lane, route, minute, on_time) VALUES ('mail:gmail', '', date_trunc('minute', app_now()), 1)`,
  );
  await house.advance(14 * 60);
  await house.db.inTransaction(house.status.sweep);
}
const runJob = (after = '') => house.status.jobs['status.tell']({ incident, after });
const notices = () =>
  house.database.query(
    `SELECT channel, masked_address, locale FROM message WHERE kind = 'NOTICE' ORDER BY channel, masked_address`,
  );

/**
 * Ani and Budi wait for a code by Gmail, Citra for one by Yahoo, Dewi got hers in time; Farida activates with an address at Gmail, and
 * Gita's code for hers was refused a minute before the lane was called closed. Hadi's came, a minute and a half late; Indra was to confirm
 * an address with one of three hours ago. Nothing is carried meanwhile.
 */
beforeAll(async () => {
  house = await openHouse();
  const people = {
    ani: { email: 'ani@gmail.com', phone: '+628121111111' },
    budi: { phone: '+628121111112' },
    citra: { email: 'citra@yahoo.com' },
    dewi: { email: 'dewi@gmail.com' },
    farida: {},
    gita: {},
    hadi: { email: 'hadi@gmail.com' },
    indra: {},
    eko: { phone: '+628951111113' }, // Tri: an SMS costs
  };
  for (const [name, addresses] of Object.entries(people))
    ids[name] = (await house.taxpayer({ name, passwordHash: 'none', ...addresses })).id;
  const ask = (name: string, to: string) => askCode(house, ids[name] ?? '', { to });
  await ask('dewi', 'dewi@gmail.com');
  await house.database.query(
    `UPDATE message SET state = 'DELIVERED', sent_on_at = app_now(), delivered_at = app_now() + interval '40 seconds'`,
  );
  await ask('ani', 'ani@gmail.com');
  await ask('ani', 'ani@gmail.com');
  await ask('budi', 'budi@gmail.com');
  await ask('eko', 'eko@gmail.com');
  await ask('citra', 'citra@yahoo.com');
  await house.database.query(`UPDATE verification_token SET locale = 'en' WHERE account = $1`, [ids.budi]);
  await ask('hadi', 'hadi@gmail.com');
  for (const name of ['farida', 'gita', 'indra'])
    await house.db.inTransaction((tx) =>
      house.channels.propose(tx, {
        ...{
          owner: ids[name] ?? '',
          channel: 'EMAIL',
          address: `${name}@gmail.com`,
          caller: caller({ flow: name }),
        },
      }),
    );
  await house.database.query(
    `WITH refused AS (UPDATE message SET state = 'REFUSED', expires_at = app_now() + interval '1 day', patience_until = NULL
       WHERE masked_address LIKE 'g%@gmail.com' RETURNING id)
     INSERT INTO message_event (message_id, kind) SELECT id, 'REFUSED' FROM refused`,
  );
  const theirs = (name: string) =>
    `content_ref IN (SELECT id FROM verification_token WHERE account = '${ids[name]}')`;
  await house.database.query(
    `UPDATE message SET queued_at = queued_at - interval '3 hours', stuck_at = app_now() - interval '2 hours', patience_until = NULL
     WHERE ${theirs('indra')}`,
  );
  await house.database.query(
    `UPDATE message SET state = 'DELIVERED', sent_on_at = app_now(), delivered_at = app_now() + interval '90 seconds'
     WHERE ${theirs('hadi')}`,
  );
  await house.advance(60);
  await tell('CLOSED');
  await house.advance(20 * 60);
  await recover();
  const [row] = await house.database.query('SELECT id FROM incident WHERE until IS NOT NULL');
  incident = String(row?.id);
});
afterAll(() => house.close());

it('when an incident is over a job waits that tells the people it hit', async () => {
  const jobs = await house.database.query('SELECT task_identifier FROM graphile_worker.jobs');
  expect(jobs).toContainEqual({ task_identifier: 'status.tell' });
});

it('of one that was closed although its lane is disturbed they are found, and hear nothing', async () => {
  await house.status.jobs['status.tell']({ incident, silently: 'yes' });
  expect(await house.database.query('SELECT 1 FROM incident_hit')).toHaveLength(7);
  expect(await notices()).toEqual([]);
});

it('each of them hears of it once, in their language, by a way that costs nothing (R54)', async () => {
  await runJob();
  const told = [
    { channel: 'EMAIL', masked_address: expect.stringMatching(/^a.*@gmail.com/), locale: 'id' },
    // Who activates has confirmed nothing yet: the address that their code went to.
    { channel: 'EMAIL', masked_address: expect.stringMatching(/^f.*@gmail.com/), locale: 'id' },
    { channel: 'EMAIL', masked_address: expect.stringMatching(/^g.*@gmail.com/), locale: 'id' },
    { channel: 'EMAIL', masked_address: expect.stringMatching(/^h.*@gmail.com/), locale: 'id' },
    { channel: 'EMAIL', masked_address: expect.stringMatching(/^i.*@gmail.com/), locale: 'id' },
    { channel: 'SMS', masked_address: expect.any(String), locale: 'en' },
  ];
  expect(await notices()).toEqual(told);
  await runJob();
  expect(await notices()).toEqual(told);
});

it('who cannot be written to for free is known to have been hit, and not told', async () => {
  const hits = await house.database.query('SELECT subject, told_at IS NOT NULL AS told FROM incident_hit');
  expect(hits).toHaveLength(7);
  expect(hits).toContainEqual({ subject: `taxpayer:${ids.eko}`, told: false });
});

it('the notice names the provider and says what to do; while it goes on again it says nothing', async () => {
  const content = async (locale: 'id' | 'en') => {
    const request = { ref: `incident:${incident}`, channel: 'EMAIL', locale, originHost: null } as const;
    return (await house.deliveryPorts.contentsOf([request]))[0];
  };
  expect(await content('id')).toMatchObject({ text: expect.stringContaining('Gmail sudah lancar lagi') });
  expect(await content('en')).toMatchObject({ text: expect.stringContaining('as usual again') });
  await tell('CLOSED');
  expect(await content('id')).toBe('dead');
});

it('a notice fits into one SMS', async () => {
  await recover();
  for (const locale of ['id', 'en'] as const) {
    const content = await house.status.contentOf({ ref: `incident:${incident}`, locale });
    if (!content || content === 'dead') throw new Error('no notice');
    expect(content.text.length).toBeLessThanOrEqual(160);
  }
});
