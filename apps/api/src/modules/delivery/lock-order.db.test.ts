import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { makeDeliveryPolicy } from './policy.ts';
import { countLanes, newsOf } from './store/lane-news.ts';
import { judgeLanes } from './use-cases/judge-lanes.ts';

const LANE = 'mail:locked.example';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  await house.database.query(`
    DELETE FROM lane_health; DELETE FROM route_health; DELETE FROM lane_arrival;
    INSERT INTO lane_health (lane, state) VALUES ('${LANE}', 'RED');
    INSERT INTO route_health (lane, route, state, good) VALUES ('${LANE}', 'relay', 'RED', 3);
    INSERT INTO lane_arrival (lane, minute, measure, seconds, messages) VALUES ('${LANE}', app_now(), 'ARRIVAL', 2, 9)`);
});
afterAll(() => house.close());

const judge = () =>
  judgeLanes(
    {
      ...{ db: house.db, policy: makeDeliveryPolicy(house.policies), routesLeft: () => true },
      ports: house.deliveryPorts,
    },
    { withTimes: true },
  );
const count = () => countLanes(house.db.read, [newsOf(LANE, 'relay', { accepted: 1 })], []);

it.each([
  ['judges', judge],
  ['counts', count],
] as const)(
  'whoever %s locks routes before lanes: two of them never wait for each other',
  async (_, work) => {
    let working: Promise<unknown> | undefined;
    await house.db.inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM route_health WHERE lane = ${LANE} FOR UPDATE`;
      working = work();
      await house.until(
        async () => (await house.database.query('SELECT 1 FROM pg_locks WHERE NOT granted')).length > 0,
      );
      const free = await tx.$queryRaw`SELECT lane FROM lane_health WHERE lane = ${LANE} FOR UPDATE NOWAIT`;
      expect(free).toEqual([{ lane: LANE }]);
    });
    await working;
  },
);
