import type { Tx } from './database.ts';
import type { Sender } from './statements.ts';

export type News = { channel: string; payload: string };
export const ANNOUNCE = Symbol('announce');
export type Announcing = { [ANNOUNCE](news: News): void };

/**
 * Tells listeners (LISTEN `channel`) once the transaction is committed; at once where there is none. NOTIFY inside a
 * transaction makes every commit of the database wait for the one before it, disk and all. What a crash swallows between
 * COMMIT and the news is found by those who listen: they look by themselves, too.
 */
export const announce = (tx: Tx, channel: string, payload: string): void =>
  (tx as unknown as Announcing)[ANNOUNCE]({ channel, payload });

/** Sends news over `sender`, one statement at a time: what comes meanwhile goes together in the next. */
export function makeAnnouncer(sender: Sender) {
  let waiting: News[] = [];
  let sending: Promise<void> | undefined;

  async function sendAll(): Promise<void> {
    while (waiting.length > 0) {
      const news = waiting;
      waiting = [];
      const values = [news.map(({ channel }) => channel), news.map(({ payload }) => payload)];
      await sender
        .query({
          name: 'announce',
          text: 'SELECT pg_notify(channel, payload) FROM unnest($1::text[], $2::text[]) AS news (channel, payload)',
          values,
        })
        .catch(() => {}); // as after a crash
    }
    sending = undefined;
  }

  return {
    add(news: News[]): void {
      if (news.length === 0) return;
      waiting.push(...news);
      sending ??= sendAll();
    },
    /** When all is sent. */
    quiet: (): Promise<void> => sending ?? Promise.resolve(),
  };
}
