import { ConfigError } from '#config/env';
import type { Ground } from './ground.ts';

/** In production every deadline is judged by the database's own clock: a row in app_clock is a reason not to start. */
export async function refuseTestClock({ db }: Ground, production: boolean): Promise<void> {
  if (!production) return;
  const rows = await db.read.$queryRaw<unknown[]>`SELECT 1 FROM app_clock`;
  if (rows.length > 0)
    throw new ConfigError(
      'The table app_clock holds a row. Production runs by the database clock alone; delete the row.',
    );
}
