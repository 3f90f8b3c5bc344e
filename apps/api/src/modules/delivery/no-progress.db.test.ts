import { describe, expect, it } from 'vitest';
import { usePost } from './testing/post.ts';

const post = usePost();

describe('a message without progress', () => {
  it('is found stuck once, when its patience has run out, and its lane is called late', async () => {
    await post.judgeFrom(1);
    post.carrier.answer = post.hang;
    await post.work();
    const ref = await post.queue('waits');
    await post.house.until(() => post.carrier.sent.length === 1);
    expect(post.stuckOf(ref)).toEqual([]);
    await post.house.advance(46); // 1.5 times the usual 30 s of mail
    await post.house.until(() => post.stuckOf(ref).length === 1);
    await post.house.until(() => post.healthOf(post.lane).includes('RED'));
    expect(post.stuckOf(ref)).toEqual(['no-progress']);
  });

  it('counts once for its lane with what else went to its address, however often its person asks again', async () => {
    await post.judgeFrom(2);
    post.carrier.answer = post.hang;
    await post.work();
    for (const name of ['first', 'second', 'third']) {
      const ref = await post.queue(name, { to: 'siapa' });
      await post.house.advance(46);
      await post.house.until(() => post.stuckOf(ref).length === 1);
    }
    await post.house.judged();
    expect(post.healthOf(post.lane)).toEqual([]);
    await post.queue('another', { to: 'lain' });
    await post.house.advance(46);
    await post.house.until(() => post.healthOf(post.lane).includes('RED'));
  });

  it('is not waited for any longer once a relay without receipts has it', async () => {
    const worker = await post.work();
    const ref = await post.queue('taken');
    await post.inState(ref, 'SENT_ON');
    await post.house.database.query('UPDATE message SET patience_until = NULL WHERE content_ref = $1', [ref]);
    await post.house.advance(600);
    await worker.stop();
    expect(post.stuckOf(ref)).toEqual([]);
  });
});
