import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const appNow = async () => {
  const [row] = await house.database.query('SELECT (extract(epoch FROM app_now()) * 1000)::float8 AS now');
  return Number(row?.now);
};
/** How far what an answer says of the time lies outside of when it was given, by the clock that judges deadlines. */
async function told() {
  const before = await appNow();
  const { headers } = await house.browser().send('{ session { expiresAt } }');
  const [time = '', rate] = String(headers['sampai-time']).split(';rate=');
  const after = await appNow();
  return { offBy: Math.max(before - Date.parse(time), Date.parse(time) - after), rate };
}
const soon = (rate: string) =>
  house.until(async () => {
    const { offBy, rate: its } = await told();
    return offBy < 100 && its === rate;
  });

it('every answer says what time it is by the clock that judges deadlines, and how fast that runs', async () => {
  expect((await told()).offBy).toBeLessThan(100);
  await house.advance(660);
  await soon('1');
  await house.database.query(
    'UPDATE app_clock SET rate = 12, virtual_base = app_now(), real_base = clock_timestamp()',
  );
  await soon('12');
  await house.database.query('DELETE FROM app_clock');
  await soon('1');
});
