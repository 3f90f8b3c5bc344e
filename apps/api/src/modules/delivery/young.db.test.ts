import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { findStuck } from './use-cases/find-stuck.ts';
import { recordReceiptsOf } from './use-cases/record-outcomes.ts';

const MANY = 5_000;

let house: House;
let worker: House;
beforeAll(async () => {
  house = await openHouse();
  worker = await openHouse({}, house);
  // Nobody analyzes, as in the first minute after a start.
  for (const table of ['message', 'message_event'])
    await house.database.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
});
afterAll(() => house.close());

const settle = (id: string) => {
  const needs = { ...worker, ports: worker.deliveryPorts, worker: 'w-1', routesLeft: () => false };
  const receipt = { providerIds: [id], state: 'delivered' as const };
  return recordReceiptsOf(needs, [{ route: 'sms', receipt }]).then(() => findStuck(needs));
};

it('receipts, and what is stuck, are found by their keys though the plans are from when the tables were empty', async () => {
  for (let n = 0; n < 10; n += 1) await settle(`nobody-${n}`);
  await house.database.query(
    `WITH sent AS (
       INSERT INTO message (kind, priority, content_ref, channel, lane, address, address_index, masked_address, expires_at, state, route, provider_id)
       SELECT 'CODE', 0, 'c-' || n, 'SMS', 'sms:xl', '', sha256(n::text::bytea), '', app_now() + interval '1 hour', 'SENT_ON', 'sms', 'p-' || n
       FROM generate_series(1, $1::int) n RETURNING id)
     INSERT INTO message_event (message_id, kind, route) SELECT id, 'SENT_ON', 'sms' FROM sent`,
    [MANY],
  );
  for (let n = 1; n <= 10; n += 1) await settle(`p-${n}`);
  const [settled] = await house.database.query(
    `SELECT count(*)::int AS messages FROM message WHERE state = 'DELIVERED'`,
  );
  expect(settled).toEqual({ messages: 10 });
  await worker.close(); // whoever goes says what it has read
  const read = await house.database.query(
    `SELECT sum(seq_tup_read)::int AS rows FROM pg_stat_user_tables WHERE relname IN ('message', 'message_event')`,
  );
  // The question above reads the table itself, from end to end.
  expect(Number(read[0]?.rows)).toBeLessThan(2 * MANY);
});
