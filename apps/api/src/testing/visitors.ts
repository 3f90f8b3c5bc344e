import type { House } from './house.ts';
import { type Portal, portalIn } from './portal.ts';

/** Browsers that nobody has seen before, each at an address that nobody has used before. */
export function visitorsTo(house: () => House): (headers?: Record<string, string>) => Portal {
  let count = 0;
  return (headers = {}) => {
    count += 1;
    return portalIn(house().browser({ 'x-test-address': `10.1.${count >> 8}.${count & 255}`, ...headers }));
  };
}

/** A number that could be somebody's, and is nobody's. */
export async function nobody(house: House): Promise<{ identifier: string; efin: string }> {
  const { id, identifier, efin } = await house.taxpayer();
  await house.database.query('DELETE FROM efin WHERE taxpayer_id = $1', [id]);
  await house.database.query('DELETE FROM taxpayer WHERE id = $1', [id]);
  return { identifier, efin };
}
