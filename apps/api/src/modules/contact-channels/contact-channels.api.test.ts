import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import type { Portal } from '#testing/portal';
import { visitorsTo } from '#testing/visitors';

const PASSWORD = 'gajah duduk di atap';
const DAY = 24 * 3600;

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.work();
});
afterAll(() => house.close());

let count = 0;
const someone = visitorsTo(() => house);

/** Activated by phone alone; the mail's code has not been entered. */
async function activatedByPhone() {
  count += 1;
  const phone = `+6281234${700_000 + count}`;
  const email = `susul${count}@gmail.com`;
  const person = await house.taxpayer();
  const portal = someone();
  const { id: activationId } = await portal.startActivation({
    identifier: person.identifier,
    efin: person.efin,
  });
  const { tokens } = await portal.setChannels({ activationId, phone, email });
  const idOf = (channel: string): string =>
    tokens.find((one: { messages: { channel: string }[] }) => one.messages[0]?.channel === channel).id;
  await portal.verify(idOf('SMS'), await house.codeTo(phone));
  await portal.complete({ activationId, password: PASSWORD, liabilityAccepted: true });
  return { person, portal, activationId, email, mail: idOf('EMAIL') };
}
async function signedInElsewhere({ identifier }: { identifier: string }) {
  const portal = someone();
  await portal.signIn({ identifier, password: PASSWORD });
  return portal;
}
const waiting = async (portal: Portal) =>
  (await portal.channels()).filter(({ confirmed }: { confirmed: boolean }) => !confirmed);

describe('an address that was not confirmed when the account became active', () => {
  it('is shown to its owner in any browser, masked, with its code, and confirmed there (R18)', async () => {
    const { person, portal, activationId, email, mail } = await activatedByPhone();
    expect(await portal.activation(activationId)).toMatchObject({ active: true });
    const elsewhere = await signedInElsewhere(person);
    expect(await waiting(elsewhere)).toEqual([
      expect.objectContaining({
        channel: 'EMAIL',
        token: expect.objectContaining({ id: mail, state: 'OPEN' }),
      }),
    ]);
    expect(JSON.stringify(await elsewhere.channels())).not.toContain(email);
    expect(await elsewhere.verify(mail, await house.codeTo(email))).toMatchObject({ state: 'VERIFIED' });
    expect(await waiting(elsewhere)).toEqual([]);
    expect((await elsewhere.channels()).map(({ channel }: { channel: string }) => channel)).toEqual([
      'SMS',
      'EMAIL',
    ]);
  });

  it('is nothing to anybody else', async () => {
    await activatedByPhone();
    const stranger = someone();
    expect(await stranger.channels()).toEqual([]);
    expect(await stranger.requestChannelCode('EMAIL')).toMatchObject({ code: 'NOT_SIGNED_IN' });
    const other = await signedInElsewhere((await activatedByPhone()).person);
    expect(await waiting(other)).toHaveLength(1);
  });

  it('gets a new code once the old one has ended, and the open one before', async () => {
    const { person, portal, mail } = await activatedByPhone();
    expect(await portal.requestChannelCode('EMAIL')).toMatchObject({ id: mail, state: 'OPEN' });
    await house.advance(DAY + 1);
    const later = await signedInElsewhere(person);
    expect(await waiting(later)).toMatchObject([
      { token: { id: mail, state: 'EXPIRED', windowPassed: false } },
    ]);
    const asked = await later.requestChannelCode('EMAIL');
    expect(asked).toMatchObject({ purpose: 'CONFIRM_CHANNEL', state: 'OPEN' });
    expect(asked.id).not.toBe(mail);
    expect(await waiting(later)).toMatchObject([{ token: { id: asked.id } }]);
  });

  it('is asked for by nobody where none waits', async () => {
    const { portal } = await activatedByPhone();
    expect(await portal.requestChannelCode('SMS')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is sent none while its provider is taken back, and its owner is told what goes on meanwhile (R37)', async () => {
    const { person } = await activatedByPhone();
    await house.advance(DAY + 1);
    const later = await signedInElsewhere(person);
    const live = (is: boolean) =>
      house.database.query(
        `WITH told AS (SELECT pg_notify('lane_changed', ''))
         UPDATE lane SET live = $1, withdrawn_at = CASE WHEN NOT $1 THEN app_now() END FROM told WHERE id = 'mail:gmail'`,
        [is],
      );
    await live(false);
    await house.until(async () => !(await house.delivery.lane('mail:gmail')).live);
    const refused = await later.requestChannelCode('EMAIL');
    expect(refused).toMatchObject({ code: 'CHANNEL_UNUSABLE', reason: 'CARRIER_WITHDRAWN' });
    expect(refused.message).toContain('pakai saluran yang sudah dipastikan');
    await live(true);
  });
});
