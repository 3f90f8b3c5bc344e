import { afterAll, beforeAll, expect, it } from 'vitest';
import { appNow } from '#platform/database';
import { type House, openHouse } from '#testing/house';

const STATUS = `{ serviceStatus {
  incidents { title affects since until owner estimate usualSeconds services statements { kind text } } maintenance { title from to }
  arrival { channel via live withdrawn p50Seconds p95Seconds health price }
  lanes { channel via hours { at p50Seconds p95Seconds } } } }`;

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
    ['mail:keluarga-tobing.example', 3],
    ['mail:pajak-ulang.example', 200],
  ] as const)
    await house.database.query(
      `INSERT INTO lane_arrival (lane, minute, measure, seconds, messages)
       SELECT $1, date_trunc('minute', app_now()), 'ARRIVAL', n, 1 FROM generate_series(1, $2) n`,
      [lane, samples],
    );
  await house.work();
  await house.until(async () => (await house.delivery.arrival('sms:xl')).p95);
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

it('tells how long the last incidents of a provider took, from three on (R53)', async () => {
  const usual = async () =>
    (await status()).incidents.find(({ title }: { title: string }) => title === 'XL terlambat').usualSeconds;
  const past = (minutes: number, days: number) =>
    house.database.query(
      `INSERT INTO incident (title_id, title_en, affects, provider, since, until) VALUES
         ('Dulu', 'Then', '{XL}', 'SMS XL', app_now() - make_interval(days => $2, mins => $1), app_now() - make_interval(days => $2))`,
      [minutes, days],
    );
  await house.database.query(
    `INSERT INTO incident (title_id, title_en, affects, provider, since)
     VALUES ('XL terlambat', 'XL is late', '{XL}', 'SMS XL', app_now())`,
  );
  for (const [minutes, days] of [
    [40, 9],
    [600, 8],
  ] as const)
    await past(minutes, days);
  house.status.forget();
  expect(await usual()).toBeNull();
  await past(20, 7);
  house.status.forget();
  expect(await usual()).toBe(40 * 60);
  await house.database.query(`DELETE FROM incident WHERE provider = 'SMS XL'`);
});

it('tells of each carrier what is known today, and of one that is not live that it is closed (R35, R37)', async () => {
  const { arrival } = await status();
  const of = (via: string) => arrival.find((lane: { via: string }) => lane.via === via);
  expect(of('XL')).toMatchObject({ p50Seconds: 10, p95Seconds: 19, health: 'UNKNOWN', price: '0' });
  expect(of('Axis')).toMatchObject({ p50Seconds: 4, p95Seconds: null });
  expect(of('Tri')).toMatchObject({ p50Seconds: null, p95Seconds: null, price: '350' });
  expect(of('Smartfren')).toMatchObject({
    ...{ channel: 'SMS', live: false, withdrawn: false, health: 'CLOSED' },
  });
  expect(of('Gmail')).toMatchObject({ channel: 'EMAIL', price: '0' });
});

it("names no mail provider that is nobody's list entry, however much came by it: their times are told together", async () => {
  for (const [language, name] of [
    ['id', 'Penyedia email lain'],
    ['en', 'Other mail providers'],
  ]) {
    const { arrival, lanes } = await status(language);
    const others = [...arrival, ...lanes].filter(({ via }: { via: string }) => via === name);
    // Of 3 and 200 messages together: by each for itself it would be 2 and 100.
    expect(others).toMatchObject([
      { channel: 'EMAIL', live: true, p50Seconds: 99, p95Seconds: 190, health: 'UNKNOWN', price: '0' },
      { channel: 'EMAIL', hours: expect.arrayContaining([expect.objectContaining({ p50Seconds: 99 })]) },
    ]);
    expect(JSON.stringify([arrival, lanes])).not.toContain('.example');
  }
});

it('says of each carrier how it stands, as delivery has judged it (R48)', async () => {
  await house.db.inTransaction(async (tx) =>
    house.status.laneChanged(tx, {
      ...{
        lane: 'sms:xl',
        listed: true,
        name: 'XL',
        channel: 'SMS',
        from: 'GREEN',
        to: 'AMBER',
        reason: 'slow',
      },
      at: await appNow(tx),
    }),
  );
  house.status.forget();
  const { arrival } = await status();
  expect(arrival).toContainEqual(expect.objectContaining({ via: 'XL', live: true, health: 'AMBER' }));
});

it('tells the last 24 hours of each carrier by hour, and no hour in which too little arrived', async () => {
  const { lanes } = await status();
  expect(lanes.map(({ via }: { via: string }) => via).toSorted()).toEqual([
    ...['Axis', 'Penyedia email lain', 'XL'],
  ]);
  const xl = lanes.find(({ via }: { via: string }) => via === 'XL');
  expect(xl.hours).toHaveLength(24);
  expect(xl.hours.at(-1)).toMatchObject({ p50Seconds: 10, p95Seconds: 19 });
  expect(xl.hours[0]).toMatchObject({ p50Seconds: null, p95Seconds: null });
});
