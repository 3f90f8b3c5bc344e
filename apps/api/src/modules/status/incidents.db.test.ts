import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { appNow } from '#platform/database';
import { type House, openHouse } from '#testing/house';
import { askCode } from '#testing/tokens';
import type { Health, LaneChange } from './index.ts';

/** Somebody waits for a lock in this database. */
const WAITING = `SELECT 1 FROM pg_locks WHERE NOT granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

let house: House;
beforeEach(async () => {
  await house?.close();
  house = await openHouse();
});
afterAll(() => house.close());

/** Delivery tells that a lane has become `to`, at this moment of the test's clock. */
async function tell(to: Health, reason = 'slow', more: Partial<LaneChange> = {}) {
  const at = await appNow(house.db.read);
  await house.db.inTransaction((tx) =>
    house.status.laneChanged(tx, {
      ...{ lane: 'mail:gmail', listed: true, name: 'Gmail', channel: 'EMAIL', from: 'GREEN', to, reason, at },
      ...more,
    }),
  );
}
/** Messages arrive on time in a lane, at this moment of the test's clock. */
const arrive = (lane = 'mail:gmail') =>
  house.database.query(
    `INSERT INTO lane_minute (lane, route, minute, accepted, on_time) VALUES ($1, '', date_trunc('minute', app_now()), 9, 9)`,
    [lane],
  );
const later = async (minutes: number) => {
  await house.advance(minutes * 60);
  await house.db.inTransaction(house.status.sweep);
};
const incidents = () => house.database.query('SELECT * FROM incident ORDER BY since');
const statements = async () =>
  (await house.database.query('SELECT kind, text_id FROM incident_statement ORDER BY id')).map(
    ({ kind, text_id }) => [kind, text_id],
  );

it('a lane that stays red becomes an incident, with its owner, its services and what to do (R48, R53)', async () => {
  await tell('RED', 'provider-refusal');
  await later(0.5);
  expect(await incidents()).toEqual([]);
  await later(0.6);
  expect(await incidents()).toMatchObject([
    {
      title_id: 'Gmail sedang menahan email kami',
      title_en: 'Gmail is holding back our mail',
      affects: ['Gmail'],
      lanes: ['mail:gmail'],
      services: ['ACTIVATION', 'FILING', 'SIGN_IN'],
      owner: 'Tim Pengiriman Kode',
      cause: 'provider-refusal',
      until: null,
    },
  ]);
  expect(await statements()).toEqual([['AUTOMATIC', expect.stringContaining('pilih SMS')]]);
});

it('it is over when measured delivery has been well for 15 minutes, and says since when (R53, R70)', async () => {
  await tell('CLOSED', 'unreachable');
  await later(20);
  expect(await incidents()).toMatchObject([{ until: null }]);
  await tell('AMBER', 'recovered');
  await later(14);
  await tell('GREEN', 'recovered');
  await arrive();
  expect(await incidents()).toMatchObject([{ until: null }]);
  await later(1.1);
  expect(await incidents()).toMatchObject([{ until: expect.any(Date) }]);
  expect((await statements()).at(-1)).toEqual(['RECOVERED', expect.stringMatching(/sejak \d\d\.\d\d WIB/)]);
});

it('it stays open without traffic, and says since when nothing was tried (R53)', async () => {
  await tell('CLOSED', 'no-acceptance');
  await house.database.query(
    `INSERT INTO lane_minute (lane, route, minute, deferred) VALUES ('mail:gmail', '', date_trunc('minute', app_now()), 9)`,
  );
  await tell('AMBER', 'recovering');
  await later(16);
  await tell('UNKNOWN', 'no-traffic');
  await later(60);
  await later(60);
  expect(await incidents()).toMatchObject([{ until: null }]);
  expect((await statements()).slice(1)).toEqual([
    ['AUTOMATIC', expect.stringMatching(/Belum ada email yang dicoba ke Gmail sejak \d\d\.\d\d WIB/)],
  ]);
});

it('what comes back within half an hour is the same incident', async () => {
  await tell('CLOSED');
  await tell('GREEN', 'recovered');
  await later(2);
  await arrive();
  await later(14);
  await later(20);
  await house.database.query(`UPDATE incident SET estimate = app_now() + interval '1 hour'`);
  await tell('CLOSED');
  expect(await incidents()).toMatchObject([{ until: null, estimate: null }]);
  expect(await statements()).toHaveLength(3);
  await tell('GREEN', 'recovered');
  await later(2);
  await arrive();
  await later(14);
  await later(31);
  await tell('CLOSED');
  expect(await incidents()).toHaveLength(2);
});

it('two workers that see two lanes of one provider close open one incident for both', async () => {
  const at = await appNow(house.db.read);
  const closed = (lane: string): LaneChange => ({
    ...{
      lane,
      listed: true,
      name: 'Gmail',
      channel: 'EMAIL',
      from: 'GREEN',
      to: 'CLOSED',
      reason: 'slow',
      at,
    },
  });
  let other: Promise<void> | undefined;
  await house.db.inTransaction(async (tx) => {
    await house.status.laneChanged(tx, closed('mail:gmail'));
    other = house.db.inTransaction((second) => house.status.laneChanged(second, closed('mail:googlemail')));
    await house.until(async () => (await house.database.query(WAITING)).length > 0);
  });
  await other;
  expect(await incidents()).toMatchObject([{ lanes: ['mail:gmail', 'mail:googlemail'] }]);
});

it('of many workers one sweeps at a time', async () => {
  await tell('RED');
  await house.advance(120);
  await house.db.inTransaction(async (tx) => {
    await house.status.sweep(tx); // this worker's turn lasts until its transaction ends
    await tx.$executeRaw`UPDATE incident SET until = app_now() - interval '1 hour', lanes = '{}', provider = NULL`;
    await house.db.inTransaction(house.status.sweep);
    expect(await incidents()).toEqual([]);
  });
  await house.db.inTransaction(house.status.sweep);
  expect(await incidents()).toHaveLength(2);
});

it('each carrier has its own', async () => {
  await tell('CLOSED');
  await tell('CLOSED', 'no-acceptance', { lane: 'sms:xl', name: 'XL', channel: 'SMS' });
  expect((await incidents()).map(({ title_id }) => title_id)).toEqual([
    'Email ke Gmail sedang terlambat',
    'XL sedang tidak menerima SMS kami',
  ]);
});

it('one that begins within three days of maintenance names it (R77)', async () => {
  await house.database.query(
    `INSERT INTO maintenance (title_id, title_en, "from", "to")
     VALUES ('Pemeliharaan', 'Maintenance', app_now() - interval '4 days', app_now() - interval '2 days')`,
  );
  await tell('CLOSED');
  expect(await incidents()).toMatchObject([{ maintenance_id: expect.any(String) }]);
  await later(24 * 60 + 1);
  await tell('CLOSED', 'no-acceptance', { lane: 'sms:xl', name: 'XL', channel: 'SMS' });
  expect((await incidents()).at(-1)).toMatchObject({ maintenance_id: null });
});

it('is counted by provider when it opens, and stands in the log with its end', async () => {
  const said = vi.spyOn(house.log, 'warn');
  await tell('CLOSED', 'no-acceptance', { lane: 'sms:xl', name: 'XL', channel: 'SMS' });
  expect(await house.metrics.registry.getSingleMetricAsString('sampai_incidents_opened_total')).toContain(
    'sampai_incidents_opened_total{provider="SMS XL",reason="no-acceptance"} 1',
  );
  await tell('GREEN', 'well', { lane: 'sms:xl', name: 'XL', channel: 'SMS' });
  await later(2);
  await arrive('sms:xl');
  await later(14);
  expect(said.mock.calls.map(([, what]) => what)).toEqual(['incident opened', 'incident closed']);
  said.mockRestore();
});

it('every change is in the audit', async () => {
  await tell('CLOSED');
  await tell('GREEN', 'recovered');
  await later(2);
  await arrive();
  await later(14);
  const entries = await house.database.query(`SELECT actor, action FROM audit_entry ORDER BY id`);
  expect(entries).toEqual([
    { actor: 'system', action: 'incident opened' },
    { actor: 'system', action: 'incident closed' },
  ]);
});

describe('a mail domain that anybody may have named', () => {
  const domain = { lane: 'mail:pajak-ulang.example', name: 'pajak-ulang.example', listed: false };
  const shown = async () => {
    house.status.forget();
    return (await house.status.incidents('en')).map(({ title }) => title);
  };
  const toAgents = async () => (await house.status.openAbout([domain.lane], 'en')).map(({ title }) => title);
  /** So many people's codes are deferred there; each of them asks at `addresses` addresses. */
  async function hit(people: number, addresses = 1) {
    for (let n = 0; n < people; n += 1) {
      const { id } = await house.taxpayer();
      for (let at = 0; at < addresses; at += 1)
        await askCode(house, id, { to: `nr${n}-${at}@${domain.name}`, binding: `${at}` });
    }
    await house.database.query(
      `INSERT INTO message_event (message_id, kind) SELECT id, 'DEFERRED' FROM message`,
    );
    await house.database.query(
      `INSERT INTO lane_minute (lane, route, minute, failing) VALUES ($1, '', date_trunc('minute', app_now()), $2)`,
      [domain.lane, people * addresses],
    );
  }

  it('is no public incident with its name, and agents hear of it with whom it hits', async () => {
    await hit(3, 4);
    await tell('CLOSED', 'provider-refusal', domain);
    await later(2);
    expect(await shown()).toEqual([]);
    expect(await toAgents()).toEqual(['pajak-ulang.example is holding back our mail']);
    const counted = await house.metrics.registry.getSingleMetricAsString('sampai_incidents_opened_total');
    expect(counted).toContain('provider="EMAIL other"');
    expect(counted).not.toContain('pajak-ulang');
  });

  it('is public at once where it hits ten people, or as soon as it does', async () => {
    await tell('CLOSED', 'provider-refusal', domain);
    expect(await shown()).toEqual([]);
    await hit(10);
    await later(1);
    expect(await shown()).toEqual(['pajak-ulang.example is holding back our mail']);
    await house.database.query("UPDATE incident SET until = app_now() - interval '1 day'");
    await tell('RED', 'slow', domain);
    await later(1.1);
    expect(await shown()).toContain('Mail to pajak-ulang.example is late');
  });
});
