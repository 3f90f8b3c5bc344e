import { existsSync, readFileSync } from 'node:fs';
import { loadKeys } from '@sampai/api/platform/keys';
import { makeSecrets } from '@sampai/api/platform/secrets';
import type { Person } from '@sampai/testkit';
import { AGENTS } from '../../prisma/seed/agents.ts';
import type { Stack } from '../stack/index.ts';
import { query } from '../stack/migrations.ts';

type Agent = (typeof AGENTS)[number];
export type Here = { people: Person[]; agent: Agent | undefined };

const SHOWN = 3;

/**
 * Whom of the seed one can play in this database as it stands now: the first three of the seed's file (it puts those
 * first that one should begin with) who live here and still hold what the file says, and an agent.
 */
export async function whoIsHere({
  settings,
  databaseUrl,
}: Pick<Stack, 'settings' | 'databaseUrl'>): Promise<Here> {
  const { production, peopleFile, keysFile } = settings;
  if (production) return { people: [], agent: undefined };
  const listed = existsSync(peopleFile) ? (JSON.parse(readFileSync(peopleFile, 'utf8')) as Person[]) : [];
  const { index } = makeSecrets(loadKeys(keysFile, production));
  const indexOf = ({ npwp15 }: Person) => Buffer.from(index('npwp', `0${npwp15}`)).toString('hex');
  const rows = await query<{ index: string; activated: boolean }>(
    databaseUrl,
    `select encode(npwp_index, 'hex') as index, exists (select from account where taxpayer_id = taxpayer.id) as activated
     from taxpayer where encode(npwp_index, 'hex') = any($1)`,
    [listed.slice(0, 100).map(indexOf)],
  );
  const activated = new Map(rows?.map((row) => [row.index, row.activated]));
  const asListed = (person: Person) => activated.get(indexOf(person)) === (person.efinState === 'activated');
  const agents = await query<{ login: string }>(databaseUrl, 'select login from agent');
  const logins = new Set(agents?.map(({ login }) => login));
  return {
    people: listed.slice(0, 100).filter(asListed).slice(0, SHOWN),
    agent: AGENTS.find(({ login }) => logins.has(login)),
  };
}
