import { mkdirSync } from 'node:fs';
import { type PostOffice, startPostOffice } from '@sampai/testkit';
import pg from 'pg';
import type { Undo } from '../../tools/lib/undo.ts';
import { writeCarriersFile } from '../../tools/stack/carriers.ts';
import { claim } from '../../tools/stack/owner.ts';
import { PROGRAMS, type Running, startProgram } from '../../tools/stack/processes.ts';
import { environment, settingsApart } from '../../tools/stack/settings.ts';

/** Where one run takes place: a database of its own, a post office in this process, and a folder for keys and logs. */
export type Stage = {
  databaseUrl: string;
  keysFile: string;
  carriersFile: string;
  origin: string;
  office: PostOffice;
  /** The database's owner: for the clock and for the figures. */
  aside: pg.Pool;
  /** Starts a real worker; resolves when it serves. */
  startWorker(): Promise<Running>;
};

const worker = PROGRAMS.filter(({ name }) => name === 'worker');

export async function openStage(undo: Undo, databaseUrl: string, folder: string): Promise<Stage> {
  mkdirSync(folder, { recursive: true });
  const settings = await settingsApart(folder);
  const owner = await claim(folder, settings.origins.portal);
  undo.add(owner.release);
  const { SMTP_PORT: smtpPort, SMPP_PORT: smppPort, POST_OFFICE_PORT: httpPort } = settings.ports;
  const office = await startPostOffice({ httpPort, smtpPort, smppPort });
  undo.add(office.close);
  const aside = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  undo.add(() => aside.end());
  const carriersFile = writeCarriersFile(settings);
  const env = environment(settings, databaseUrl, carriersFile);
  return {
    ...{
      databaseUrl,
      keysFile: settings.keysFile,
      carriersFile,
      origin: settings.origins.portal,
      office,
      aside,
    },
    async startWorker() {
      const [program] = worker;
      if (!program) throw new Error('there is no worker among the programs');
      const running = startProgram(program, env, `${folder}/logs`);
      undo.add(running.stop);
      owner.note(running);
      await running.ready;
      return running;
    },
  };
}
