import { readFileSync } from 'node:fs';
import { openCarrier, readCarriersFile } from '@sampai/carriers';
import { run } from 'graphile-worker';
import { readConfig } from '#config/env';
import { openRoutes, runDispatcher } from '#modules/delivery';
import { openNotices } from '#platform/notices';
import { openGround } from './ground.ts';
import { wireModules } from './modules.ts';
import { refuseTestClock } from './refuse-test-clock.ts';

const JOBS_AT_ONCE = 2;

/** The worker: hands messages to carriers as soon as they are queued, and runs the jobs that may wait. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const config = readConfig();
  const carriers = readCarriersFile(readFileSync(config.carriersFile, 'utf8'), config.carriersFile);
  const ground = openGround('worker', config);
  await refuseTestClock(ground, config.production);
  const notices = await openNotices(config.databaseUrl, ground.log);
  const modules = wireModules(ground, config.publicOrigin);
  const routes = await openRoutes(carriers, openCarrier);
  const dispatcher = await runDispatcher({ ...ground, ports: modules.deliveryPorts, routes, notices });
  const jobs = await run({
    connectionString: config.databaseUrl,
    concurrency: JOBS_AT_ONCE,
    noHandleSignals: true,
    taskList: Object.fromEntries(
      Object.entries(modules.filing.jobs).map(([task, handle]) => [
        task,
        (payload) => handle(payload as Record<string, string>),
      ]),
    ),
  });
  return {
    async stop() {
      await dispatcher.stop();
      await jobs.stop();
      await routes.close();
      await notices.close();
      await ground.db.close();
    },
  };
}
