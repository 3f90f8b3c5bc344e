import type { Config } from '#config/env';
import { openDatabase } from '#platform/database';
import { loadKeys } from '#platform/keys';
import { makeLog } from '#platform/log';
import { makeMetrics } from '#platform/metrics';
import { makePolicies } from '#platform/policy';
import { makeSecrets } from '#platform/secrets';

export type Ground = ReturnType<typeof openGround>;

/** The ground every process stands on. */
export function openGround(
  name: string,
  config: Pick<Config, 'logLevel' | 'keysFile' | 'production' | 'databaseUrl'>,
  connections?: number,
) {
  const log = makeLog(name, config.logLevel);
  const keys = loadKeys(config.keysFile, config.production);
  const db = openDatabase(config.databaseUrl, connections);
  return {
    log,
    keys,
    db,
    secrets: makeSecrets(keys),
    metrics: makeMetrics(),
    policies: makePolicies(db.aside),
  };
}
