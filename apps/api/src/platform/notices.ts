import pg from 'pg';
import type { Log } from './log.ts';

type Handler = (payload: string) => void;
export type Notices = Awaited<ReturnType<typeof openNotices>>;

/**
 * LISTEN on a connection of its own (Prisma has none to give). Reconnects with back-off and calls `onGap` afterwards,
 * because what was notified meanwhile is lost: listeners read their state again.
 */
export async function openNotices(url: string, log: Log) {
  const handlers = new Map<string, Set<Handler>>();
  const gaps = new Set<() => void>();
  let client: pg.Client | undefined;
  let closed = false;
  let wait = 100;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    next.on('notification', ({ channel, payload }) => {
      for (const handler of handlers.get(channel) ?? []) handler(payload ?? '');
    });
    next.on('error', () => {});
    next.on('end', () => {
      if (!closed && client === next) retry();
    });
    await next.connect();
    client = next;
    for (const channel of handlers.keys()) await next.query(`LISTEN "${channel}"`);
    wait = 100;
  }

  function retry(): void {
    client = undefined;
    setTimeout(async () => {
      if (closed) return;
      try {
        await connect();
        for (const gap of gaps) gap();
      } catch {
        log.warn('the notification connection is down; trying again');
        wait = Math.min(wait * 2, 5_000);
        retry();
      }
    }, wait).unref();
  }

  await connect();
  return {
    /** Calls `handler` with each payload of `channel` (a plain word). Returns the way to stop. */
    async listen(channel: string, handler: Handler): Promise<() => void> {
      const known = handlers.get(channel);
      const set = known ?? new Set<Handler>();
      handlers.set(channel, set.add(handler));
      if (!known) await client?.query(`LISTEN "${channel}"`);
      return () => set.delete(handler);
    },
    onGap(handler: () => void): () => void {
      gaps.add(handler);
      return () => gaps.delete(handler);
    },
    async close(): Promise<void> {
      closed = true;
      await client?.end();
    },
  };
}
