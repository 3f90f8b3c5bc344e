import type { SendOutcome } from '@sampai/carriers';
import { afterAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { wireTo } from '#testing/wire';
import { usePost } from './testing/post.ts';

let house: House;
let wire: Awaited<ReturnType<typeof wireTo>>;
// Said first, it is done last.
afterAll(async () => {
  await wire.close();
  await house.close();
});
const post = usePost(async () => {
  house = await openHouse();
  wire = await wireTo(house.database.url);
  return openHouse({}, { ...house, database: { ...house.database, url: wire.url } });
});

describe('a database that goes away while a carrier has a message', () => {
  it('is told of the acceptance when it is back: the message does not go out twice', async () => {
    let answer = (_: SendOutcome) => {};
    post.carrier.answer = () =>
      new Promise((given) => {
        answer = given;
      });
    await post.work();
    const ref = await post.queue('accepted');
    await post.house.until(() => post.carrier.sent.length === 1);
    wire.cut();
    answer({ kind: 'accepted', providerId: 'p-1', reply: 'ok' });
    await new Promise(setImmediate);
    await post.lapse(ref); // it was away longer than the lease
    wire.mend();
    await post.inState(ref, 'SENT_ON');
    expect(await post.stationsOf(ref)).toEqual(['QUEUED', 'SENT_ON']);
    expect(post.carrier.sent).toHaveLength(1);
  });

  it('is told of a receipt that came meanwhile', async () => {
    await post.work();
    const ref = await post.queue('receipted');
    await post.inState(ref, 'SENT_ON');
    wire.cut();
    const settled = post.carrier.receive({ providerIds: [`${post.carrier.route}-1`], state: 'delivered' });
    await new Promise(setImmediate);
    wire.mend();
    await settled;
    await post.inState(ref, 'DELIVERED');
  });

  it('keeps no worker from its work once it is back', async () => {
    await post.work();
    wire.cut();
    await expect(post.queue('refused')).rejects.toThrow();
    wire.mend();
    const ref = await post.queue('afterwards');
    await post.inState(ref, 'SENT_ON');
  });
});
