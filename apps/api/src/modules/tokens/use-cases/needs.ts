import type { Delivery } from '#modules/delivery';
import type { Database } from '#platform/database';
import type { Keys } from '#platform/keys';
import type { Log } from '#platform/log';
import type { Metrics } from '#platform/metrics';
import type { TokenPolicy } from '../policy.ts';
import type { TokenPorts } from '../ports.ts';
import type { PrefixBook } from '../prefix-book.ts';

/** What the use-cases of this module stand on. */
export type Needs = {
  db: Database;
  delivery: Delivery;
  keys: Keys;
  log: Log;
  metrics: Metrics;
  policy: TokenPolicy;
  ports: TokenPorts;
  prefixBook: PrefixBook;
};
