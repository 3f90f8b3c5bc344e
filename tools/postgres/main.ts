/** `node tools/postgres/main.ts start|stop|status --data DIR --port N`: the embedded PostgreSQL by hand. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../lib/paths.ts';
import { fail, Refusal } from '../lib/refusal.ts';
import { findPostgres, startPostgres } from './index.ts';

async function main(): Promise<void> {
  const options = { data: { type: 'string' }, port: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const dataDir = path.resolve(values.data ?? path.join(root, '.data', 'postgres'));
  const [verb] = positionals;
  if (verb === 'start') {
    const postgres = await startPostgres({ dataDir, port: Number(values.port ?? 5544) });
    console.log(`${postgres.reused ? 'already running' : 'started'}: ${postgres.url('postgres')}`);
  } else if (verb === 'stop') {
    const postgres = await findPostgres(dataDir);
    postgres?.stop();
    console.log(postgres ? 'stopped' : 'not running');
  } else if (verb === 'status') {
    console.log((await findPostgres(dataDir))?.url('postgres') ?? 'not running');
  } else {
    throw new Refusal(
      'Say what to do: node tools/postgres/main.ts start|stop|status [--data DIR] [--port N]',
    );
  }
}

main().catch(fail);
