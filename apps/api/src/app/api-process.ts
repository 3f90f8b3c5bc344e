import { readConfig } from '#config/env';
import { refuseOtherKeys } from '#platform/key-mark';
import { openNotices } from '#platform/notices';
import { openTopics } from '#platform/topics';
import { makeDeskServer } from './desk-server.ts';
import { openGround } from './ground.ts';
import { wireModules } from './modules.ts';
import { makePortalServer } from './portal-server.ts';
import { refuseTestClock } from './refuse-test-clock.ts';
import { sweepStatus } from './sweep-status.ts';

/** The API: portal and desk, each on its own origin, one process. */
export async function startApi(): Promise<{ stop(): Promise<void> }> {
  const config = readConfig();
  const ground = openGround('api', config);
  await refuseTestClock(ground, config.production);
  await refuseOtherKeys(ground.db.read, ground.keys, config.keysFile);
  const notices = await openNotices(config.databaseUrl, ground.log);
  const modules = wireModules(ground, config.publicOrigin);
  await modules.delivery.follow(notices);
  const portal = await makePortalServer(
    config,
    ground,
    modules,
    await openTopics(notices, 'content_changed'),
  );
  const desk = await makeDeskServer(config, ground, modules);
  await portal.listen({ host: config.host, port: config.port });
  await desk.listen({ host: config.host, port: config.deskPort });
  const sweeps = sweepStatus(ground, modules.status);
  return {
    async stop() {
      await sweeps.stop();
      await Promise.all([portal.close(), desk.close()]);
      await notices.close();
      await ground.db.close();
    },
  };
}
