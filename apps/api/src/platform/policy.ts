import type { z } from 'zod';
import type { Tx } from './database.ts';
import { remember } from './remember.ts';

/**
 * Dated policy numbers (R31). A number is a row with `validFrom`; the newest row that has begun by app_now() is in force.
 * Rows are read at most every `REFRESH_MS`, so a change is followed within that time without a restart.
 */
const REFRESH_MS = 2_000;

export type Policies = ReturnType<typeof makePolicies>;

export function makePolicies(aside: Tx) {
  const inForce = remember(
    () => aside.$queryRaw<{ key: string; value: unknown }[]>`
      SELECT DISTINCT ON (key) key, value FROM policy WHERE valid_from <= app_now() ORDER BY key, valid_from DESC`,
    REFRESH_MS,
  );
  /** What a row holds, checked once for as long as it is remembered. */
  const checked = new WeakMap<object, { schema: z.ZodType; value: unknown }>();
  return {
    /** The value of `key` in force, checked by `schema`. Throws where no row has begun or it does not fit. */
    async get<S extends z.ZodType>(key: string, schema: S): Promise<z.infer<S>> {
      const row = (await inForce.get()).find((candidate) => candidate.key === key);
      if (!row) throw new Error(`no policy row for ${key} is in force`);
      const known = checked.get(row);
      if (known?.schema === schema) return known.value as z.infer<S>;
      const value = schema.parse(row.value);
      checked.set(row, { schema, value });
      return value;
    },
    /** Forgets what was read: the next look-up sees rows written since. */
    forget: inForce.forget,
  };
}
