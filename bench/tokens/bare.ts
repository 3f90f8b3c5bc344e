import type { wireModules } from '@sampai/api/app/modules';
import { sha256 } from '@sampai/api/platform/digest';
import { randomId } from '@sampai/api/platform/random';
import pg from 'pg';
import { CONNECTIONS, pace } from '../lib/load.ts';
import type { Contender } from './contender.ts';
import { codeOf } from './ours.ts';
import { type Person, settle } from './people.ts';
import { exchanged, type Marks, record, type Statement } from './record.ts';

type Modules = ReturnType<typeof wireModules>;
export type InProcess = {
  issue(person: Person): Promise<string>;
  verify(person: Person, tokenId: string, code: string): Promise<void>;
};

/**
 * The statements that the API sends for one issue and one verification, recorded from this very code, sent for other people
 * by a bare `pg` client: prepared, a pool of 16, as the application's role, and nothing around them.
 */
export async function bareStatements(
  databaseUrl: string,
  owner: pg.Client,
  modules: Modules,
  api: InProcess,
): Promise<Contender & { statements: { issue: string[]; verify: string[] }; close(): Promise<void> }> {
  const marksOf = ({ taxpayerId, activationId, email, flowHash }: Person, tokenId: string): Marks => ({
    texts: [taxpayerId, activationId, email, tokenId],
    bytes: [
      flowHash,
      sha256('contact-channel', taxpayerId, 'EMAIL', email),
      modules.delivery.destination('EMAIL', email, '').addressIndex,
    ],
  });

  const [warm, model] = await settle(owner, 2);
  if (!warm || !model) throw new Error('nobody was settled');
  const warmToken = await api.issue(warm);
  await api.verify(warm, warmToken, await codeOf(modules, warmToken));
  let modelToken = '';
  const issuing = await record(async () => {
    modelToken = await api.issue(model);
  });
  const code = await codeOf(modules, modelToken);
  const verifying = await record(() => api.verify(model, modelToken, code));
  const from = marksOf(model, modelToken);

  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    options: '-c role=sampai_app',
  });
  const names = new Map([...issuing, ...verifying].map(({ text }, index) => [text, `s${index}`]));
  const send = async (statements: Statement[], to: Marks) => {
    const client = await pool.connect();
    try {
      for (const { text, values } of statements)
        await (values.length > 0
          ? client.query({
              name: names.get(text) ?? text,
              text,
              values: values.map((value) => exchanged(value, from, to)),
            })
          : client.query(text));
    } finally {
      client.release();
    }
  };

  let all: Marks[] = [];
  return {
    name: 'bare',
    statements: { issue: issuing.map(({ text }) => text), verify: verifying.map(({ text }) => text) },
    async prepare(count) {
      all = (await settle(owner, count)).map((person) => marksOf(person, randomId(16)));
    },
    issue: () => pace(all, (marks) => send(issuing, marks)),
    async collect() {
      const { rows } = await owner.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM verification_token JOIN message ON content_ref = verification_token.id WHERE verification_token.id = ANY ($1)',
        [all.map(({ texts }) => texts[3])],
      );
      if (rows[0]?.n !== all.length) throw new Error('the bare statements did not issue');
    },
    async verify() {
      const paced = await pace(all, (marks) => send(verifying, marks));
      const { rows } = await owner.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM verification_token WHERE state = 'VERIFIED' AND id = ANY ($1)`,
        [all.map(({ texts }) => texts[3])],
      );
      if (rows[0]?.n !== all.length) throw new Error('the bare statements did not verify');
      return paced;
    },
    cpuSeconds: async () => null,
    close: () => pool.end(),
  };
}
