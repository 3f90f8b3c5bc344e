import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openGround } from '@sampai/api/app/ground';
import { wireModules } from '@sampai/api/app/modules';
import { makeUndo } from '../../tools/lib/undo.ts';
import { PROGRAMS, startProgram } from '../../tools/stack/processes.ts';
import { environment } from '../../tools/stack/settings.ts';
import { startTestStack } from '../../tools/test/stack.ts';
import { cpuOf } from '../lib/cpu.ts';
import { issueCode } from '../lib/issue.ts';
import { pace } from '../lib/load.ts';

export type Drained = { perSecond: number; cpuMs: Record<string, number>; messages: number };

/** The first and the last twentieth are left out: the worker starts, and the last ones leave places empty. */
const EDGE = 0.05;
const PATIENCE_MS = 120_000;

/**
 * How fast one worker process empties a queue: it claims messages of several lanes, asks whether their tokens live, makes the texts,
 * hands them to the carriers of `carriers` and writes down what they answered. Codes are issued before, while no worker runs.
 */
export async function wholeWorker(
  carriers: object,
  messages: number,
): Promise<{ mails: Drained; texts: Drained }> {
  const undo = makeUndo();
  try {
    const { settings, databaseUrl, processes, logDir } = await startTestStack(undo, 'delivery');
    for (const running of processes) await running.stop();
    const file = path.join(settings.dataDir, 'sink.json');
    writeFileSync(file, JSON.stringify(carriers));
    const { keysFile } = settings;
    const ground = openGround('bench', { databaseUrl, keysFile, production: false, logLevel: 'silent' });
    undo.add(ground.db.close);
    const modules = wireModules(ground, settings.origins.portal);

    async function drain(channel: 'SMS' | 'EMAIL'): Promise<Drained> {
      await pace(Array.from({ length: messages }), async (_, i) => {
        await issueCode(ground, modules, channel, i);
      });
      const program = PROGRAMS.find(({ name }) => name === 'worker');
      if (!program) throw new Error('there is no worker');
      const worker = startProgram(program, environment(settings, databaseUrl, file), logDir);
      undo.add(worker.stop);
      await worker.ready;
      const before = cpuOf([worker]);
      const end = performance.now() + PATIENCE_MS;
      const handed = () => ground.db.read.$queryRaw<{ at: number }[]>`
        SELECT (extract(epoch FROM sent_on_at) * 1000)::float8 AS at FROM message
        WHERE channel = ${channel} AND sent_on_at IS NOT NULL ORDER BY at`;
      let rows = await handed();
      while (rows.length < messages) {
        if (performance.now() > end) throw new Error(`${rows.length} of ${messages} were handed over`);
        await wait(250);
        rows = await handed();
      }
      const after = cpuOf([worker]);
      await worker.stop();
      const [from, to] = [Math.floor(messages * EDGE), Math.ceil(messages * (1 - EDGE)) - 1];
      const seconds = ((rows[to]?.at ?? 0) - (rows[from]?.at ?? 0)) / 1000;
      const used = (name: string) => (((after[name] ?? 0) - (before[name] ?? 0)) * 1000) / messages;
      const cpuMs = { worker: used('worker'), postgres: used('postgres') };
      return { perSecond: (to - from) / seconds, cpuMs, messages };
    }
    return { mails: await drain('EMAIL'), texts: await drain('SMS') };
  } finally {
    await undo.run();
  }
}
