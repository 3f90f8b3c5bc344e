import type { SendOutcome } from '@sampai/carriers';
import { beforeEach, describe, expect, it } from 'vitest';
import { usePost } from './testing/post.ts';

const broken: SendOutcome = { kind: 'deferred', scope: 'route', reply: 'ESME_RSYSERR (0x08)' };

const post = usePost();
beforeEach(async () => {
  await post.judgeFrom(5, 3);
  await post.stopClock();
  post.carrier.answer = ({ text }) => (text.startsWith('taken') ? undefined : broken);
  await post.work();
});

/** A message that fails, and whatever failed before and is due again fails once more. */
const failing = async (ref: string, to = ref) => {
  const queued = await post.queue(ref, { kind: 'RECEIPT', to });
  await post.house.until(async () => (await post.rowOf(queued))?.reply);
  await post.allJudged();
};

describe('a carrier that takes nothing, where few write', () => {
  it('closes its lane by three messages that failed over minutes, and opens it by three that are taken', async () => {
    for (const ref of ['one', 'two']) {
      await failing(ref);
      await post.later(130);
    }
    await post.allJudged();
    expect(post.healthOf(post.lane)).toEqual([]);
    await failing('three');
    expect(post.healthOf(post.lane)).toEqual(['CLOSED']);
    post.carrier.answer = () => undefined;
    for (const ref of ['taken1', 'taken2', 'taken3']) await post.inState(await post.queue(ref), 'SENT_ON');
    await post.house.until(() => post.healthOf(post.lane).includes('AMBER'));
    expect(post.healthOf(post.lane)).toEqual(['CLOSED', 'AMBER']);
  });

  it('does not by three messages of one person', async () => {
    for (const ref of ['one', 'two', 'three']) {
      await failing(ref, 'siapa');
      await post.later(130);
      await post.allJudged();
    }
    expect(post.healthOf(post.lane)).toEqual([]);
  });

  it('does not by three tries of one message, nor by three of which one was taken since', async () => {
    await failing('one');
    await post.later(130);
    await failing('two');
    await post.later(130);
    await post.inState(await post.queue('taken', { kind: 'RECEIPT' }), 'SENT_ON');
    await post.allJudged();
    await post.later(130);
    await failing('three');
    await post.later(130);
    await failing('four');
    await post.later(200);
    await post.allJudged();
    expect(post.healthOf(post.lane)).not.toContain('CLOSED');
  });
});
