import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startPostOffice } from '@sampai/testkit';
import pg from 'pg';
import { must } from '../../tools/lib/exec.ts';
import { commandLineOf } from '../../tools/lib/process-info.ts';
import type { Undo } from '../../tools/lib/undo.ts';
import { buildWeb, generateClient } from '../../tools/stack/build.ts';
import { writeCarriersFile } from '../../tools/stack/carriers.ts';
import { openDatabase, postgresDir } from '../../tools/stack/database.ts';
import { migrate, migrateJobs } from '../../tools/stack/migrations.ts';
import { PROGRAMS, type Running, startProgram } from '../../tools/stack/processes.ts';
import { environment, settingsApart } from '../../tools/stack/settings.ts';
import { makeTestFolder, removeTestFolder } from '../../tools/test/folder.ts';
import { startWire } from './wire.ts';

export const WORKERS = ['worker-1', 'worker-2'];
export type Stage = Awaited<ReturnType<typeof openStage>>;

/**
 * Sampai as it runs, to be hurt: the API and two workers as processes, PostgreSQL on a data folder of its own, and a post office
 * in this process, which counts what arrives, behind wires that can be cut.
 */
export async function openStage(undo: Undo) {
  const folder = await makeTestFolder('faults');
  undo.add(() => removeTestFolder(folder));
  const settings = await settingsApart(folder);
  await Promise.all([generateClient(), buildWeb()]);
  const databaseUrl = await openDatabase(settings, undo);
  await migrate(databaseUrl);
  await migrateJobs(databaseUrl);
  const owner = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  owner.on('error', () => {}); // its connections fall with the server
  undo.add(() => owner.end());
  // All ask from one network, whose budget of SMS is not what this is about.
  await owner.query(
    `UPDATE policy SET value = value || '{"perNetworkHour": 1000000, "perPrefixHour": 1000000}' WHERE key = 'sms.budgets'`,
  );

  const { ports } = settings;
  const postOffice = await startPostOffice({
    ...{ httpPort: ports.POST_OFFICE_PORT, smtpPort: ports.SMTP_PORT, smppPort: ports.SMPP_PORT },
  });
  undo.add(postOffice.close);
  const wires = [await startWire(ports.SMTP_PORT), await startWire(ports.SMPP_PORT)];
  for (const wire of wires) undo.add(wire.close);
  const [SMTP_PORT = 0, SMPP_PORT = 0] = wires.map(({ port }) => port);
  const carriersFile = writeCarriersFile({ ...settings, ports: { ...ports, SMTP_PORT, SMPP_PORT } });
  const env = { ...environment(settings, databaseUrl, carriersFile), BOUNCE_PORT: '' };

  const running = new Map<string, Running>();
  const died: string[] = [];
  let starts = 0;
  undo.add(async () => {
    for (const one of running.values()) await one.stop();
  });

  async function start(name: string, more: NodeJS.ProcessEnv = {}): Promise<void> {
    const program = PROGRAMS.find((one) => name.startsWith(one.name));
    if (!program) throw new Error(`there is no ${name}`);
    starts += 1;
    const one = startProgram(program, { ...env, ...more }, path.join(folder, 'logs', `${starts}-${name}`));
    running.set(name, one);
    void one.ended.then((how) => running.get(name) === one && died.push(how));
    await one.ready;
  }
  const database = (verb: string) =>
    must(process.execPath, [
      ...['tools/postgres/main.ts', verb, '--data', postgresDir(folder), '--port', String(ports.PG_PORT)],
    ]);

  await start('api');
  await Promise.all(WORKERS.map((name) => start(name)));
  return {
    folder,
    portal: `http://127.0.0.1:${ports.PORT}`,
    owner,
    postOffice,
    wires,
    start,
    /** kill -9. */
    async kill(name: string): Promise<void> {
      const one = running.get(name);
      if (!one) throw new Error(`${name} does not run`);
      running.delete(name);
      process.kill(one.pid, 'SIGKILL');
      await one.ended;
    },
    async restartDatabase(): Promise<void> {
      await database('stop');
      await database('start');
    },
    /** PostgreSQL goes down without writing anything more, as in a crash, and has to recover from its log. */
    async crashDatabase(): Promise<void> {
      const { rows } = await owner.query<{ data_directory: string }>('SHOW data_directory');
      const pidFile = path.join(rows[0]?.data_directory ?? '', 'postmaster.pid');
      const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
      process.kill(pid, 'SIGQUIT');
      while (commandLineOf(pid)) await wait(20);
      await database('start');
    },
    /** How processes ended that nobody had killed. */
    died: (): readonly string[] => died,
  };
}
