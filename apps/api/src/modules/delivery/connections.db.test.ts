import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { openCarrier, readCarriersFile } from '@sampai/carriers';
import { type PostOffice, startPostOffice } from '@sampai/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNotices } from '#platform/notices';
import { openShares } from '#platform/shares';
import { type House, openHouse } from '#testing/house';
import { openRoutes, runDispatcher } from './index.ts';

const MOST = 5;
const HOUR_MS = 3_600_000;

let house: House;
let office: PostOffice;
const arrivals: string[] = [];
let relay: Awaited<ReturnType<typeof countingWire>>;
beforeAll(async () => {
  house = await openHouse();
  office = await startPostOffice({ httpPort: 0, smtpPort: 0, smppPort: 0 });
  office.inbox.onArrival(({ to }) => void arrivals.push(to));
  relay = await countingWire(office.ports.smtp);
});
afterAll(async () => {
  await relay.close();
  await office.close();
  await house.close();
});

/** The way to a relay that counts the connections that stand: the sink's own view. */
async function countingWire(port: number) {
  const sockets = new Set<Socket>();
  const counted = { now: 0, peak: 0 };
  const server = createServer((near) => {
    counted.now += 1;
    // What the other end has closed already is counted out first.
    setImmediate(() => {
      counted.peak = Math.max(counted.peak, counted.now);
    });
    const far = connect({ host: '127.0.0.1', port });
    let stands = true;
    const goes = () => {
      if (stands) counted.now -= 1;
      stands = false;
    };
    near.on('end', goes).on('close', goes);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    counted,
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await once(server.close(), 'close');
    },
  };
}

/** A worker: routes, dispatcher and shares of its own, on the same database as the others. */
async function startWorker() {
  const sender = { name: 'Sampai', address: 'sampai@pajak.example', host: 'localhost' };
  const smtp = {
    name: 'relay',
    kind: 'smtp',
    host: '127.0.0.1',
    port: relay.port,
    lanes: ['mail:*'],
    bundled: true,
  };
  const limits = { connections: MOST, messagesPerConnection: 10 };
  const file = JSON.stringify({ sender, routes: [{ ...smtp, ...limits }] });
  const routes = await openRoutes(readCarriersFile(file, 'test'), openCarrier);
  const shares = await openShares(house.config.databaseUrl, house.log);
  await routes.shareConnections(shares);
  const notices = await openNotices(house.database.url, house.log);
  const dispatcher = await runDispatcher({
    ...{ ...house, routes, notices },
    ports: {
      contentsOf: async (requests) => requests.map(({ ref }) => ({ subject: 's', text: ref })),
      ...{ onProgress: async () => {}, onStuck: async () => {}, onLane: async () => {} },
    },
  });
  return {
    allowed: () => Math.round(routes.share('mail:gmail') * MOST),
    async stop() {
      await dispatcher.stop();
      await routes.close();
      await shares.close();
      await notices.close();
    },
  };
}

let queued = 0;
/** Mail to two large providers and a small one, all behind one relay. */
async function queue(
  many: number,
  lanes = ['mail:gmail', 'mail:outlook', 'mail:kantor.example'],
  domain = 'example.com',
): Promise<void> {
  await house.db.inTransaction(async (tx) => {
    for (let n = 0; n < many; n += 1) {
      queued += 1;
      await house.delivery.enqueue(tx, {
        ...house.delivery.destination('EMAIL', `w${queued}@${domain}`, '•'),
        ...{
          lane: lanes[n % lanes.length] ?? '',
          kind: 'CODE',
          contentRef: `m${queued}`,
          cause: 'ASKED',
          locale: 'id',
        },
        expiresAt: new Date(Date.now() + HOUR_MS),
      });
    }
  });
}
const arrived = () => arrivals.length;
const all = () => expect.poll(arrived, { timeout: 20_000, interval: 20 }).toBe(queued);

it('the connections that a relay allows hold for all workers together, whoever comes and goes', async () => {
  office.faults.add({ match: {}, fault: { kind: 'delay', seconds: 0.02 } });
  const first = await startWorker();
  await queue(60);
  await house.until(() => arrived() > 20);
  expect(relay.counted.peak).toBe(MOST); // one alone has all
  const second = await startWorker();
  expect(second.allowed()).toBe(0); // it begins with what the other has given up
  await queue(60);
  await expect.poll(() => [first.allowed(), second.allowed()].toSorted(), { timeout: 5_000 }).toEqual([2, 3]);
  await queue(120);
  await all();
  const stopping = first.stop();
  await queue(60);
  await stopping;
  await expect.poll(second.allowed, { timeout: 5_000 }).toBe(MOST);
  await queue(60);
  await all();
  await second.stop();
  expect(relay.counted.peak).toBe(MOST);
  expect(new Set(arrivals).size).toBe(queued);
}, 60_000);

it('a provider that answers nobody leaves a part of the relay to the others, however many workers there are', async () => {
  office.faults.clear();
  office.faults.add({ match: { domain: 'gmail.com' }, fault: { kind: 'silent', at: 'RCPT' } });
  const workers = await Promise.all(Array.from({ length: MOST }, startWorker));
  const shares = () => workers.map(({ allowed }) => allowed()).toSorted();
  await expect.poll(shares, { timeout: 10_000 }).toEqual([0, 0, 0, 2, 3]);
  await queue(30, ['mail:gmail'], 'gmail.com');
  const before = arrived();
  await house.until(() => office.mail.lines() >= 3); // its part is taken
  await queue(10, ['mail:yahoo'], 'yahoo.com');
  await expect.poll(() => arrived() - before, { timeout: 5_000 }).toBe(10);
  office.mail.cutLines();
  office.faults.clear();
  await Promise.all(workers.map((worker) => worker.stop()));
}, 60_000);
