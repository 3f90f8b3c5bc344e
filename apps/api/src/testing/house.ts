import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import { openGround } from '#app/ground';
import { wireModules } from '#app/modules';
import { makePortalServer } from '#app/portal-server';
import { type Config, readConfig } from '#config/env';
import { type LifeTimes, runDispatcher } from '#modules/delivery';
import { openNotices } from '#platform/notices';
import { openTopics } from '#platform/topics';
import { makeBrowser } from './browser.ts';
import { cloneDatabase, type TestDatabase } from './database.ts';
import { fakeCarrier } from './fake-carrier.ts';
import { fakeRoutes } from './fake-routes.ts';
import { addTaxpayer, type NewTaxpayer } from './taxpayer.ts';

export type House = Awaited<ReturnType<typeof openHouse>>;
type Beside = { database: TestDatabase; config: Config };

/** How often a worker looks by itself: a test waits for that many times. */
export const QUICK_ROUNDS = { pollMs: 50, judgeMs: 100 };

/**
 * A whole API over a database of its own, without a socket: `browser()` speaks GraphQL through it and keeps cookies. Codes
 * go to fake carriers ('sms', 'mail') once `work()` has started the dispatcher. With `beside` it is another process over
 * the same database and keys.
 */
export async function openHouse(env: Record<string, string> = {}, beside?: Beside, lifeTimes?: LifeTimes) {
  const database = beside?.database ?? (await cloneDatabase());
  const folder = mkdtempSync(join(tmpdir(), 'sampai-test-'));
  const config = readConfig({
    DATABASE_URL: database.url,
    KEYS_FILE: beside?.config.keysFile ?? join(folder, 'keys.json'),
    CARRIERS_FILE: join(folder, 'carriers.json'),
    LOG_LEVEL: 'silent',
    ...env,
  });
  // A test sends few messages and its clock jumps: lanes are judged by their figures only where a test is about that.
  if (!beside) await judgeLanesFrom(database, Number.MAX_SAFE_INTEGER);
  // Nor is a worker missed, where no test starts one.
  if (!beside) await heartbeats(database, '2999-01-01');
  const ground = openGround('test', config, 12);
  const modules = wireModules(ground, config.publicOrigin, lifeTimes);
  const notices = await openNotices(database.url, ground.log);
  await modules.delivery.follow(notices);
  const topics = await openTopics(notices, 'content_changed');
  const portal = await makePortalServer(config, ground, modules, topics, { app: false });
  const sms = fakeCarrier('sms', 'SMS');
  const mail = fakeCarrier('mail', 'EMAIL');
  const dispatchers: { stop(): Promise<void> }[] = [];

  return {
    ...ground,
    ...modules,
    config,
    database,
    portal,
    carriers: { sms, mail },
    browser: (headers: Record<string, string> = {}) => makeBrowser(portal, headers),
    taxpayer: async (facts: NewTaxpayer = {}) =>
      addTaxpayer(ground, {
        ...facts,
        ...(facts.password ? { passwordHash: await hash(facts.password) } : {}),
      }),
    /** Starts the dispatcher with the fake carriers. */
    async work() {
      const all = [
        { name: 'sms', originLine: true, receipts: true, carrier: sms },
        { name: 'mail', originLine: false, receipts: false, carrier: mail },
      ];
      const routes = fakeRoutes(all, (lane) => all[lane.startsWith('sms:') ? 0 : 1]);
      const dispatcher = await runDispatcher({
        ...{ ...ground, ports: modules.deliveryPorts, routes, notices },
        rounds: QUICK_ROUNDS,
      });
      dispatchers.push(dispatcher);
      return dispatcher;
    },
    /** The code in the newest message to an address, once a carrier has been given one. */
    async codeTo(address: string): Promise<string> {
      const { text } = await this.until(() =>
        [...mail.sent, ...sms.sent].findLast(({ to }) => to === address),
      );
      return /\d{6}/.exec(text)?.[0] ?? '';
    },
    /** Moves app_now() forward by `seconds`; it runs on from there. */
    async advance(seconds: number) {
      await database.query(
        `INSERT INTO app_clock (virtual_base, real_base, rate) VALUES (app_now() + make_interval(secs => $1), clock_timestamp(), 1)
         ON CONFLICT (id) DO UPDATE SET virtual_base = excluded.virtual_base, real_base = excluded.real_base`,
        [seconds],
      );
    },
    /** Waits until `look` gives something, asking every 10 ms: for what happens in the dispatcher. Fails after 15 s, on a busy machine too. */
    async until<T>(
      look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
    ): Promise<T> {
      const end = performance.now() + 15_000;
      for (;;) {
        const found = await look();
        if (found) return found;
        if (performance.now() > end) throw new Error('it did not happen within 15 s');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    /** Waits until lanes were judged by what stands now: the judgement after the next one begins when that one is over. */
    async judged() {
      for (let round = 0; round < 2; round += 1) {
        const last = await judgedAt(database);
        await this.until(async () => (await judgedAt(database)) !== last);
      }
    },
    async close() {
      for (const dispatcher of dispatchers) await dispatcher.stop();
      await portal.close();
      await notices.close();
      await ground.db.close();
      if (!beside) await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** From how many messages on a lane is judged by its figures: at a time, and one after the other where few write. */
export const judgeLanesFrom = (database: TestDatabase, fewest: number, quietFewest = fewest) =>
  database.query(
    `UPDATE policy SET value = value || jsonb_build_object('fewest', $1::bigint, 'quietFewest', $2::bigint) WHERE key = 'delivery.health'`,
    [fewest, quietFewest],
  );

const judgedAt = async (database: TestDatabase) =>
  (await database.query(`SELECT at::text FROM heartbeat WHERE task = 'JUDGE'`))[0]?.at;

/** When a worker was last heard of, and lanes last judged. */
export const heartbeats = (database: TestDatabase, at: string) =>
  database.query(
    `INSERT INTO heartbeat (task, who, at) VALUES ('SEND', 'test', $1), ('JUDGE', 'lanes', $1)
     ON CONFLICT (task, who) DO UPDATE SET at = excluded.at`,
    [at],
  );
