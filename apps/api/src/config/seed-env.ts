import { ConfigError } from './env.ts';

/** What the seed reads. Throws ConfigError: it never runs in production, and needs its files named. */
export function readSeedConfig(source: NodeJS.ProcessEnv = process.env): {
  databaseUrl: string;
  keysFile: string;
  peopleFile: string;
} {
  const { NODE_ENV, DATABASE_URL, KEYS_FILE, PEOPLE_FILE } = source;
  if (NODE_ENV === 'production')
    throw new ConfigError('The seed makes invented people; it does not run in production.');
  if (!DATABASE_URL || !KEYS_FILE || !PEOPLE_FILE)
    throw new ConfigError('The seed needs DATABASE_URL, KEYS_FILE and PEOPLE_FILE.');
  return { databaseUrl: DATABASE_URL, keysFile: KEYS_FILE, peopleFile: PEOPLE_FILE };
}
