import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { refuseTestClock } from './refuse-test-clock.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('lets production run by the clock of the database alone', async () => {
  await refuseTestClock(house, true);
  await house.advance(3_600);
  await expect(refuseTestClock(house, true)).rejects.toThrow(/app_clock holds a row/);
  await refuseTestClock(house, false);
});
