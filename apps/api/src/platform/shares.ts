import pg from 'pg';
import { sha256 } from './digest.ts';
import { faultOf, type Log } from './log.ts';

/** Something of which there are only so many, for all processes together. */
export type Shared = {
  name: string;
  most: number;
  /** Whoever would have fewer has none: others have his, for whom they are enough. 1 unless said otherwise. */
  least?: number;
  /** From now on so many may be used here. */
  allow(count: number): void;
  /** How many are in use: those are not given up. */
  used(): number;
};
type Held = Shared & {
  key: number;
  slots: number[] /** Slots when the session was last lost. */;
  had: number[];
};

/**
 * In ms. `hurry`: while what is too many is still in use. `keep`: without the database for longer, nothing is used any more, since by then
 * it takes us for dead. `growAfter`: after an outage, until those who had more than their fair share before have taken up theirs
 * again.
 */
const TIMES = { look: 1_000, hurry: 100, again: 250, timeout: 5_000, keep: 5_000, growAfter: 6_000 };
/** So that the server notices a process whose machine is gone, and gives its share to others. */
const KEEPALIVE = '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3';
/** The lock that all who share hold together; the slots are numbered from 1. */
const PRESENCE = 0;

export type Shares = Awaited<ReturnType<typeof openShares>>;

/**
 * Shares out what there are only so many of: each is a slot, a lock that the database holds for a session. A process that dies
 * loses its session, and its slots, at once; who lives has its fair share of them within about two seconds.
 */
export async function openShares(url: string, log: Log, times = TIMES) {
  const all: Held[] = [];
  let session: { client: pg.Client; pid: number; since: number } | undefined;
  let lostAt = 0;
  // Sessions that we gave up, and that may not have ended yet: what they hold is still ours, and nobody else's.
  const left = new Set<number>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(again: boolean): Promise<NonNullable<typeof session>> {
    const client = new pg.Client({
      ...{ connectionString: url, keepAlive: true, options: KEEPALIVE },
      ...{ connectionTimeoutMillis: times.timeout, query_timeout: times.timeout },
    });
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const opened = {
      client,
      pid: rows[0]?.pid ?? 0,
      since: again ? performance.now() : Number.NEGATIVE_INFINITY,
    };
    for (const it of all) await join(opened.client, it);
    return opened;
  }
  const join = (client: pg.Client, { key }: Held) =>
    client.query('SELECT pg_advisory_lock_shared($1::int, $2::int)', [key, PRESENCE]);

  /** Takes or gives up slots, as far as fair; says whether something is still to be given up. */
  async function settle({ client, pid, since }: NonNullable<typeof session>, it: Held): Promise<boolean> {
    const { rows } = await client.query<{ slot: number; pid: number }>(
      `SELECT objid::int AS slot, pid FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND granted AND classid = $1::oid
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY pid`,
      [it.key],
    );
    const others = rows.filter((row) => !left.has(row.pid));
    const sharers = others.filter(({ slot }) => slot === PRESENCE).map((row) => row.pid);
    const taken = new Map(rows.map((row) => [row.slot, row.pid]));
    const heldBy = (slot: number) => taken.get(slot) ?? 0;
    const lingering = it.had.filter((slot) => left.has(heldBy(slot)));
    it.slots = it.slots.filter((slot) => heldBy(slot) === pid);
    const fair = fairShare(it, sharers.length, sharers.indexOf(pid));
    const target = performance.now() - since < times.growAfter ? Math.min(fair, it.had.length) : fair;
    if (it.slots.length > target) {
      it.allow(target);
      const surplus = it.slots.splice(Math.max(target, it.used()));
      if (surplus.length > 0)
        await client.query('SELECT pg_advisory_unlock($1::int, slot) FROM unnest($2::int[]) slot', [
          it.key,
          surplus,
        ]);
      return it.slots.length > target;
    }
    const free = [...it.had, ...Array.from({ length: it.most }, (_, n) => n + 1)]
      .filter((slot, n, slots) => !taken.has(slot) && slots.indexOf(slot) === n)
      .slice(0, Math.max(0, target - it.slots.length - lingering.length));
    if (free.length > 0) {
      const got = await client.query<{ slot: number }>(
        'SELECT slot FROM unnest($2::int[]) slot WHERE pg_try_advisory_lock($1::int, slot)',
        [it.key, free],
      );
      it.slots.push(...got.rows.map(({ slot }) => slot));
    }
    it.allow(Math.min(target, it.slots.length + lingering.length));
    return lingering.length > 0;
  }

  async function round(): Promise<number> {
    try {
      session ??= await connect(lostAt > 0);
      let hurry = false;
      for (const it of all) hurry = (await settle(session, it)) || hurry;
      lostAt = 0;
      return hurry ? times.hurry : times.look;
    } catch (fault) {
      if (lostAt === 0) {
        log.warn({ fault: faultOf(fault) }, 'shares cannot be settled; keeping what there is for a while');
        lostAt = performance.now();
      }
      if (session) {
        left.add(session.pid);
        session.client.end().catch(() => {});
        for (const it of all) it.had = it.slots;
      }
      session = undefined;
      if (performance.now() - lostAt > times.keep) for (const it of all) it.allow(0);
      return times.again;
    }
  }

  let running: Promise<void> | undefined;
  function go(inMs: number): void {
    timer = setTimeout(() => {
      running = round().then((next) => {
        if (!closed) go(next);
      });
    }, inMs);
  }
  session = await connect(false);
  go(times.look);

  return {
    /** Joins in; at first with nothing that others have not given up. */
    async take(shared: Shared): Promise<void> {
      const it = { ...shared, key: keyOf(shared.name), slots: [], had: [] };
      it.allow(0);
      if (session) await join(session.client, it);
      all.push(it);
      if (session) await settle(session, it);
    },
    /** Gives up everything. */
    async close(): Promise<void> {
      closed = true;
      clearTimeout(timer);
      await running;
      await session?.client.end().catch(() => {});
    },
  };
}

/**
 * As many as everybody, and one more where it does not come out even and one is among the first; nothing where one comes behind so
 * many that all others have their least.
 */
export function fairShare(
  { most, least = 1 }: Pick<Shared, 'most' | 'least'>,
  sharers: number,
  place: number,
): number {
  const dealt = Math.max(1, Math.min(sharers, Math.floor(most / least)));
  return place < 0 || place >= dealt ? 0 : Math.floor(most / dealt) + Number(place < most % dealt);
}

const keyOf = (name: string): number => Buffer.from(sha256('share', name)).readUInt32BE(0) >>> 1;
