import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';

const STATUS = `{ serviceStatus {
  incidents { title affects since until } maintenance { title from to }
  arrival { channel via p50Seconds p95Seconds health price } } }`;

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.database.query(
    `INSERT INTO incident (title_id, title_en, affects, since, until) VALUES
       ('Kode lewat Gmail terlambat', 'Codes by Gmail are late', '{mail:gmail}', app_now() - interval '2 hours', NULL),
       ('Selesai kemarin', 'Over since yesterday', '{}', app_now() - interval '3 days', app_now() - interval '25 hours')`,
  );
  await house.database.query(
    `INSERT INTO maintenance (title_id, title_en, "from", "to") VALUES
       ('Pemeliharaan', 'Maintenance', app_now() + interval '2 days', app_now() + interval '3 days'),
       ('Lewat', 'Past', app_now() - interval '2 days', app_now() - interval '1 day'),
       ('Jauh', 'Far away', app_now() + interval '20 days', app_now() + interval '21 days')`,
  );
  for (const [lane, samples] of [
    ['sms:xl', 20],
    ['sms:axis', 7],
    ['sms:tri', 4],
  ] as const)
    await house.database.query(
      `INSERT INTO message (kind, priority, content_ref, channel, lane, address, address_index, masked_address, expires_at, state, queued_at, delivered_at)
       SELECT 'CODE', 0, 'known', 'SMS', $1, '', '', '', app_now(), 'DELIVERED', app_now() - n * interval '1 second', app_now() FROM generate_series(1, $2) n`,
      [lane, samples],
    );
});
afterAll(() => house.close());

const status = async (language?: string) => {
  const { data, errors } = await house.browser(language ? { 'accept-language': language } : {}).send(STATUS);
  expect(errors).toBeUndefined();
  return data.serviceStatus;
};

it('tells everybody of open incidents and near maintenance, in their language (R53, R76)', async () => {
  const indonesian = await status();
  expect(indonesian.incidents).toMatchObject([
    { title: 'Kode lewat Gmail terlambat', affects: ['mail:gmail'], until: null },
  ]);
  expect(indonesian.maintenance).toMatchObject([{ title: 'Pemeliharaan' }]);
  expect((await status('en')).incidents).toMatchObject([{ title: 'Codes by Gmail are late' }]);
});

it('tells of each carrier what is known today, and of one that is not live that it is closed (R35, R37)', async () => {
  const { arrival } = await status();
  const of = (via: string) => arrival.find((lane: { via: string }) => lane.via === via);
  expect(of('XL')).toMatchObject({ p50Seconds: 11, p95Seconds: 19, health: 'UNKNOWN', price: '0' });
  expect(of('Axis')).toMatchObject({ p50Seconds: 4, p95Seconds: null });
  expect(of('Tri')).toMatchObject({ p50Seconds: null, p95Seconds: null, price: '350' });
  expect(of('Smartfren')).toMatchObject({ channel: 'SMS', health: 'CLOSED' });
  expect(of('Gmail')).toMatchObject({ channel: 'EMAIL', price: '0' });
});
