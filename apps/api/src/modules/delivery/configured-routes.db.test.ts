import { type openCarrier, readCarriersFile } from '@sampai/carriers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Notices, openNotices } from '#platform/notices';
import { fakeCarrier } from '#testing/fake-carrier';
import { type House, openHouse } from '#testing/house';
import { followRoutes, openRoutes } from './index.ts';

let house: House;
let notices: Notices;
let followed: { stop(): void }[] = [];
beforeAll(async () => {
  house = await openHouse();
  notices = await openNotices(house.database.url, house.log);
});
beforeEach(() => house.database.query('DELETE FROM route_health; DELETE FROM configured_route'));
afterEach(() => {
  for (const { stop } of followed) stop();
  followed = [];
});
afterAll(async () => {
  await notices.close();
  await house.close();
});

/** A worker with these relays for all mail. */
const workWith = (...names: string[]) => work(names.map((name) => ({ name })));
async function work(relays: object[], log = house.log) {
  const relay = (its: object) => ({ ...its, kind: 'smtp', host: '127.0.0.1', port: 1, lanes: ['mail:*'] });
  const sender = { name: 'Sampai', address: 'sampai@pajak.example', host: 'localhost' };
  const file = JSON.stringify({ sender, routes: relays.map(relay) });
  const open = (async ({ name }: { name: string }) =>
    fakeCarrier(name, 'EMAIL')) as unknown as typeof openCarrier;
  const routes = await openRoutes(readCarriersFile(file, 'test'), open);
  followed.push(await followRoutes({ ...house, log, notices, routes }));
}
const seen = (route: string, ago: string) =>
  house.database.query(
    `INSERT INTO configured_route (route, at) VALUES ($1, clock_timestamp() - $2::interval)
     ON CONFLICT (route) DO UPDATE SET at = excluded.at`,
    [route, ago],
  );
const judged = (route: string, state: string, lane = 'mail:gmail') =>
  house.database.query('INSERT INTO route_health (lane, route, state) VALUES ($1, $2, $3)', [
    lane,
    route,
    state,
  ]);
const known = async () =>
  (await house.database.query('SELECT DISTINCT route FROM route_health ORDER BY route')).map(
    ({ route }) => route,
  );
/** The lines of the metric, as `route value`. */
async function figures() {
  await house.delivery.measure();
  const text = await house.metrics.registry.getSingleMetricAsString('sampai_route_health');
  return [...text.matchAll(/sampai_route_health\{route="(.+)"\} (\d)/g)].map(
    ([, route, value]) => `${route} ${value}`,
  );
}

it('a worker warns of lanes that are live and that none of its routes may carry anything of', async () => {
  const warnings: unknown[] = [];
  const log = { ...house.log, warn: (facts: unknown) => warnings.push(facts) } as unknown as typeof house.log;
  await work([{ name: 'office', bundled: true }], log);
  await work([{ name: 'nobody-let-it-in' }], log);
  const lanes = ['sms:axis', 'sms:indosat', 'sms:telkomsel', 'sms:tri', 'sms:xl'];
  const named = warnings.map((one) => (one as { lanes: string[] }).lanes.toSorted());
  expect(named).toEqual([lanes, expect.arrayContaining(['mail:gmail', ...lanes])]);
});

it('what is known of a route that no worker has had for a day is forgotten, and not before', async () => {
  for (const route of ['gone', 'fresh', 'never', 'relay']) await judged(route, 'RED');
  await judged('gone', 'CLOSED', '*');
  await seen('gone', '25 hours');
  await seen('fresh', '23 hours');
  await workWith('relay');
  expect(await known()).toEqual(['fresh', 'relay']);
});

it('each configured route has one figure: how it does where it does worst', async () => {
  await judged('first', 'GREEN');
  await judged('first', 'RED', '*');
  await judged('first', 'AMBER', 'mail:yahoo');
  await workWith('first', 'second');
  expect((await figures()).toSorted()).toEqual(['first 3', 'second 0']);
});

it('a route that was taken out has no figure two minutes later, and those of the last worker keep theirs', async () => {
  await judged('old', 'CLOSED');
  await judged('relay', 'GREEN');
  await seen('old', '1 minute');
  await workWith('relay');
  expect((await figures()).toSorted()).toEqual(['old 4', 'relay 1']);
  await seen('old', '3 minutes');
  expect(await figures()).toEqual(['relay 1']);
  await seen('relay', '5 hours');
  await seen('old', '5 hours 3 minutes');
  expect(await figures()).toEqual(['relay 1']);
});
