import { expect, it } from 'vitest';
import type { Tx } from './database.ts';
import { sharing } from './sharing.ts';
import { makeTurn, together } from './together.ts';
import type { Done, Work } from './transaction.ts';

const work = {} as Work;
const done = { outcome: 'done', seen: { status: 'fulfilled', value: undefined } } as Done;

it('refuses whoever has waited too long for a connection, and not whoever came since', async () => {
  const none = Promise.withResolvers<never>();
  let runs = 0;
  const share = sharing(16, async (take) => {
    runs += 1;
    if (runs === 1) return none.promise;
    return take().map(() => done);
  });
  const early = share(work);
  const late = share(work);
  none.reject(new Error('timeout exceeded when trying to connect'));
  await expect(early).rejects.toThrow('timeout');
  expect(await late).toBe(done);
});

it('puts a question that cannot be put to nobody else: whoever asked it fails, and others are answered', async () => {
  const turn = makeTurn({});
  const tx = turn.asker() as unknown as Tx;
  const broken = together((_: Tx, keys: { name: string }[]) =>
    Promise.resolve(keys.map(({ name }) => name.length)),
  );
  const whole = together(async (_: Tx, keys: string[]) => keys);
  const asked = Promise.allSettled([broken(tx, {} as { name: string }), whole(tx, 'a')]);
  expect(() => turn.send()).not.toThrow();
  expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});
