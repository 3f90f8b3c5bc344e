import { openCarrier } from '@sampai/carriers';
import { ConfigError, readConfig } from '#config/env';
import {
  closeUnserved,
  followRoutes,
  keepLanesOfDomains,
  openRoutes,
  runDispatcher,
} from '#modules/delivery';
import { refuseOtherKeys } from '#platform/key-mark';
import { openNotices } from '#platform/notices';
import { openShares } from '#platform/shares';
import { takeBounces } from './bounces.ts';
import { openGround } from './ground.ts';
import { runJobs } from './jobs.ts';
import { serveMetrics } from './metrics-server.ts';
import { wireModules } from './modules.ts';
import { readCarriers } from './read-carriers.ts';
import { refuseTestClock } from './refuse-test-clock.ts';
import { makeResolveMx } from './resolve-mx.ts';
import { sweepStatus } from './sweep-status.ts';

/** The worker: hands messages to carriers as soon as they are queued, and runs the jobs that may wait. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const config = readConfig();
  const carriers = readCarriers(config.carriersFile);
  const bundled = carriers.routes.find((route) => route.bundled);
  if (config.production && bundled)
    throw new ConfigError(`CARRIERS_FILE: ${bundled.name} is bundled, which is nothing for production.`);
  const ground = openGround('worker', config);
  await refuseTestClock(ground, config.production);
  await refuseOtherKeys(ground.db.read, ground.keys, config.keysFile);
  const notices = await openNotices(config.databaseUrl, ground.log);
  const modules = wireModules(ground, config.publicOrigin);
  await modules.delivery.follow(notices);
  const routes = await openRoutes(carriers, openCarrier);
  const closed = await closeUnserved(ground, routes.configured);
  ground.log.info({ lanes: closed.map(({ id }) => id) }, 'not live, as no route may carry anything there');
  const approvals = await followRoutes({ ...ground, notices, routes });
  const shares = await openShares(config.databaseUrl, ground.log);
  await routes.shareConnections(shares);
  // Before anything is sent: a port that cannot be had ends the process here.
  const bounces = await takeBounces(config, carriers, {
    ...{ ...ground, ports: modules.deliveryPorts, routesLeft: routes.left },
  });
  const dispatcher = await runDispatcher({ ...ground, ports: modules.deliveryPorts, routes, notices });
  const handlers = { ...modules.filing.jobs, ...modules.status.jobs };
  const jobs = await runJobs(config.databaseUrl, handlers, ground.log);
  const sweeps = sweepStatus(ground, modules.status);
  const { dnsServers } = config;
  const domains = dnsServers && keepLanesOfDomains({ ...ground, resolveMx: makeResolveMx(dnsServers) });
  const metrics =
    config.metricsPort &&
    (await serveMetrics(ground.metrics, modules.delivery.measure, config.host, config.metricsPort));
  return {
    async stop() {
      if (metrics) metrics.close();
      await sweeps.stop();
      await domains?.stop();
      await bounces?.close();
      await dispatcher.stop();
      approvals.stop();
      await jobs.stop();
      await routes.close();
      await shares.close();
      await notices.close();
      await ground.db.close();
    },
  };
}
