import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type House, openHouse } from '#testing/house';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const put = (key: string, validFrom: string, value: number) =>
  house.database.query(`INSERT INTO policy VALUES ($1, app_now() + $2::interval, $3)`, [
    key,
    validFrom,
    value,
  ]);
const inForce = (key: string) => {
  house.policies.forget();
  return house.policies.get(key, z.number());
};

it('a number is the newest row that has begun; a later one waits for its moment (R31)', async () => {
  await put('test.number', '-2 days', 1);
  await put('test.number', '-1 day', 2);
  await put('test.number', '1 hour', 3);
  expect(await inForce('test.number')).toBe(2);
  await house.advance(3601);
  expect(await inForce('test.number')).toBe(3);
});

it('a number that has not begun, or does not fit, is no number (R31)', async () => {
  await put('test.future', '1 day', 1);
  await expect(inForce('test.future')).rejects.toThrow('no policy row for test.future');
  house.policies.forget();
  await put('test.text', '-1 day', 5);
  await expect(house.policies.get('test.text', z.string())).rejects.toThrow();
});

it('the application itself cannot change policy (R31)', async () => {
  await expect(house.db.read.$executeRaw`DELETE FROM policy`).rejects.toThrow(/permission denied/);
});
