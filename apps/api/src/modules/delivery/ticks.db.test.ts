import { expect, it } from 'vitest';
import { usePost } from './testing/post.ts';

const post = usePost();

/** Another way to the same database, which counts how often the queue is polled, and a lane is read. */
function countingHouse() {
  const counted = { polls: 0, claims: 0 };
  const { read } = post.house.db;
  const watched = new Proxy(read, {
    get(of, name) {
      const its = Reflect.get(of, name, of);
      if (name !== '$queryRaw') return its;
      return (query: { sql?: string } | string[], ...values: unknown[]) => {
        const text = 'sql' in query ? String(query.sql) : String(query);
        counted.claims += Number(text.includes('claim_messages'));
        counted.polls += Number(text.includes('RECURSIVE waiting'));
        return Reflect.apply(its, of, [query, ...values]);
      };
    },
  });
  return { counted, house: { ...post.house, db: { ...post.house.db, read: watched } } };
}

it('a lane below its ceiling in which nothing waits any more is not read', async () => {
  const { counted, house } = countingHouse();
  await post.house.database.query(
    'INSERT INTO lane_pace (lane, rate, allowance, threshold) VALUES ($1, 20, 20, 20)',
    [post.lane],
  );
  await post.work({ over: house });
  for (const ref of ['first', 'second']) await post.inState(await post.queue(ref), 'SENT_ON');
  await post.settled();
  expect(counted.claims).toBeGreaterThan(0);
  const from = counted.polls + 2;
  await post.house.until(() => counted.polls >= from);
  counted.claims = 0;
  await post.house.until(() => counted.polls >= from + 6);
  expect(counted.claims).toBe(0);
});
