import type { SendOutcome } from '@sampai/carriers';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FakeCarrier } from '#testing/fake-carrier';
import { settleBounce } from './index.ts';
import { usePost } from './testing/post.ts';
import { useRelays } from './testing/relays.ts';

const ourIp: SendOutcome = {
  ...{ kind: 'deferred', scope: 'lane', signal: 'stop', limit: 'ip', reply: '421 4.7.28 your IP' },
};
const onList: SendOutcome = {
  ...{
    kind: 'refused',
    scope: 'route',
    signal: 'stop',
    limit: 'ip',
    reply: '554 5.7.1 blocked using a list',
  },
};

const post = usePost();
const relays = useRelays(post);
const { closed, decisions, later, standing, work } = relays;
let first: FakeCarrier;
let second: FakeCarrier;
beforeEach(async () => {
  await post.judgeFrom(5, 3);
  ({ first, second } = relays.begin());
});

describe('a route whose IP the provider refuses', () => {
  const isStopped = (ref: string) => post.house.until(() => post.stuckOf(ref).includes('provider-refusal'));

  it.each([
    ['for now', ourIp],
    ['for good', onList],
  ])(
    'keeps its lane open by the other one, for everybody, and stops it once that one is refused (%s) as well',
    async (_, refusal) => {
      first.answer = () => refusal;
      await work();
      const refs: string[] = [];
      for (const name of ['a', 'b', 'c']) refs.push(await post.queue(name));
      await closed();
      await post.house.advance(2);
      for (const ref of refs) await post.inState(ref, 'SENT_ON');
      expect(second.sent).toHaveLength(3);
      expect(refs.flatMap(post.stuckOf)).toEqual([]);
      expect(await post.paceOf(post.lane)).toMatchObject({ stops: 0, cut_at: null, held_until: null });
      await post.house.until(() => post.healthOf(post.lane).length > 0);
      expect(post.healthOf(post.lane)).toEqual(['GREEN']);

      const asked = first.sent.length;
      second.answer = () => refusal;
      const last = [await post.queue('d'), await post.queue('e')];
      for (const ref of last) await isStopped(ref);
      await post.house.until(() => post.healthOf(post.lane).includes('RED'));
      expect(Number((await post.paceOf(post.lane))?.stops)).toBeGreaterThan(0);
      expect(first.sent).toHaveLength(asked);
    },
  );

  it('stops its lane at once where it is the only one', async () => {
    first.answer = () => ourIp;
    await work([first]);
    const refs = [await post.queue('a'), await post.queue('b')];
    for (const ref of refs) await isStopped(ref);
    await post.house.until(() => post.healthOf(post.lane).includes('RED'));
    expect((await standing())?.state).not.toBe('CLOSED');
  });

  /** Two mails that the first relay took come back, or are reported as late, with the same word. */
  const comeBack = async (
    action: 'failed' | 'delayed',
    { routes }: Awaited<ReturnType<typeof work>>,
    scope: 'lane' | 'route' = 'lane',
  ) => {
    const refs = [await post.queue('a'), await post.queue('b')];
    const rows = [];
    for (const ref of refs) rows.push(await post.inState(ref, 'SENT_ON'));
    const needs = { ...post.house, ports: post.ports, routesLeft: routes.left };
    const refusal = { scope, signal: 'stop', limit: 'ip' } as const;
    const words = { status: '5.7.28', diagnostic: '550 5.7.28 your IP' };
    const reports = [{ original: null, final: null, action, ...words, refusal }];
    for (const { id } of rows)
      expect(await settleBounce(needs, { reports, messageId: String(id) })).toBe('taken');
    return refs;
  };

  it.each([
    ['failed', 'refused'],
    ['delayed', 'no-progress'],
  ] as const)(
    'is closed as well where that comes back by mail (%s), and its message goes by the other one',
    async (action, reason) => {
      const worker = await work();
      const refs = await comeBack(action, worker);
      await closed();
      expect(await standing()).toMatchObject({ reason: 'provider-refusal', rests: true });
      for (const ref of refs)
        expect(post.helpFor(ref)).toMatchObject([
          { reason, ofAddress: false, tried: [first.route], routeLeft: true },
        ]);
      expect(await post.paceOf(post.lane)).toMatchObject({ stops: 0, held_until: null });
      await post.house.until(() => worker.routes.pick(post.lane, 1)?.name === second.route);
    },
  );

  it.each(['lane', 'route'] as const)(
    'speaks for its lane where that comes back by mail (of the %s), and no other one is left',
    async (scope) => {
      const refs = await comeBack('failed', await work([first]), scope);
      for (const ref of refs)
        expect(post.helpFor(ref)).toMatchObject([{ reason: 'provider-refusal', routeLeft: false }]);
      await post.house.until(() => post.healthOf(post.lane).includes('RED'));
      expect((await standing())?.state).not.toBe('CLOSED');
    },
  );

  it('is closed for half an hour, for all workers, before it is tried again', async () => {
    await work();
    const other = await work();
    first.answer = () => ourIp;
    const ref = await post.queue('refused');
    await closed();
    await post.house.until(() => other.routes.pick(post.lane, 1)?.name === second.route);
    await post.house.advance(2);
    await post.inState(ref, 'SENT_ON');
    expect(await decisions()).toContain('UNKNOWN -> CLOSED');
    expect(await standing()).toMatchObject({ reason: 'provider-refusal' });

    first.answer = () => undefined;
    await later(29 * 60);
    for (let n = 0; n < 6; n += 1) await post.inState(await post.queue(`waits${n}`), 'SENT_ON');
    expect(first.sent).toHaveLength(1);
    await later(2 * 60);
    await post.house.until(async () => {
      await post.inState(await post.queue('tries'), 'SENT_ON');
      return first.sent.length > 1;
    });
  });
});
