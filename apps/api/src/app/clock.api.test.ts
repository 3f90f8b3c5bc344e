import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** What an answer says of the time, beside the clock that judges deadlines. */
async function told() {
  const { headers } = await house.browser().send('{ session { expiresAt } }');
  const [time = '', rate] = String(headers['sampai-time']).split(';rate=');
  const [{ now } = { now: '' }] = await house.database.query('SELECT app_now() AS now');
  return { offBy: Math.abs(Date.parse(time) - new Date(String(now)).getTime()), rate };
}
const soon = (rate: string) =>
  house.until(async () => {
    const { offBy, rate: its } = await told();
    return offBy < 500 && its === rate;
  });

it('every answer says what time it is by the clock that judges deadlines, and how fast that runs', async () => {
  expect((await told()).offBy).toBeLessThan(500);
  await house.advance(660);
  await soon('1');
  await house.database.query(
    'UPDATE app_clock SET rate = 12, virtual_base = app_now(), real_base = clock_timestamp()',
  );
  await soon('12');
  await house.database.query('DELETE FROM app_clock');
  await soon('1');
});
