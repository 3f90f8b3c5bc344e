import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '../index.ts';
import { type Bench, openBench } from '../testing/bench.ts';
import { COMPLETE, draftOf, submitAs, tokenFor } from '../testing/steps.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const TELKOMSEL = '+6281234561234';
const TRI = '+6289634561234';
const SMARTFREN = '+6288134561234';
const PRICE_AT_TRI = 350n;

type Wish = { channel?: 'SMS' | 'EMAIL'; acceptPrice?: bigint };
const ask = (person: SignedIn, returnId: string, { channel, acceptPrice }: Wish = {}) =>
  bench.filing.requestToken(person, { returnId, channel: channel ?? null, acceptPrice: acceptPrice ?? null });

describe('asking for a code', () => {
  it.each(['nonsense', '\u0000', crypto.randomUUID()])(
    'for %j, which is nobody’s, is refused',
    async (returnId) => {
      expect(await ask(await bench.person(), returnId)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    },
  );

  it('for another person’s return is as if it did not exist', async () => {
    const { id } = await draftOf(bench, await bench.person());
    expect(await ask(await bench.person(), id)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });

  it('for an incomplete return is refused and names the first field', async () => {
    const person = await bench.person();
    const { id } = await draftOf(bench, person, { ptkp: 'K/1' });
    expect(await ask(person, id)).toEqual({ ok: false, refusal: { code: 'RETURN_INCOMPLETE', field: 'A1' } });
  });

  it('for a return that was submitted is refused', async () => {
    const person = await bench.person();
    const { id } = await submitAs(bench, person);
    expect(await ask(person, id)).toEqual({ ok: false, refusal: { code: 'ALREADY_SUBMITTED' } });
  });

  it('on a channel that is not confirmed is refused (R27)', async () => {
    const person = await bench.person({ mail: 'budi@gmail.com' });
    const { id } = await draftOf(bench, person);
    expect(await ask(person, id, { channel: 'SMS' })).toEqual({
      ok: false,
      refusal: { code: 'CHANNEL_UNUSABLE', field: 'channel' },
    });
  });

  it('on a carrier that is not live is refused, and mail is taken where no wish is made (R37)', async () => {
    const person = await bench.person({ sms: SMARTFREN, mail: 'budi@gmail.com' });
    const { id } = await draftOf(bench, person);
    expect(await ask(person, id, { channel: 'SMS' })).toMatchObject({ ok: false, code: 'CHANNEL_UNUSABLE' });
    expect(await ask(person, id)).toMatchObject({ ok: true, token: { channel: 'EMAIL' } });
  });

  it('where nothing is live says that no channel can be used', async () => {
    const person = await bench.person({ sms: SMARTFREN });
    const { id } = await draftOf(bench, person);
    expect(await ask(person, id)).toEqual({
      ok: false,
      refusal: { code: 'CHANNEL_UNUSABLE', why: 'not yet live' },
    });
  });

  it.each([undefined, 0n, PRICE_AT_TRI - 1n, PRICE_AT_TRI + 1n])(
    'by an SMS that costs is refused where %s rupiah were agreed to, and nothing is sent (R71)',
    async (acceptPrice) => {
      const person = await bench.person({ sms: TRI });
      const { id } = await draftOf(bench, person);
      const wish = acceptPrice === undefined ? {} : { acceptPrice };
      expect(await ask(person, id, wish)).toMatchObject({ ok: false, code: 'PRICE_NOT_ACCEPTED' });
    },
  );

  it('by an SMS that costs goes where its price was agreed to', async () => {
    const person = await bench.person({ sms: TRI });
    const { id } = await draftOf(bench, person);
    expect(await ask(person, id, { acceptPrice: PRICE_AT_TRI })).toMatchObject({
      ok: true,
      token: { channel: 'SMS' },
    });
  });

  it('goes the quicker free way', async () => {
    const person = await bench.person({ sms: TELKOMSEL, mail: 'budi@gmail.com' });
    const { id } = await draftOf(bench, person);
    expect(await ask(person, id)).toMatchObject({
      token: { purpose: 'SUBMIT_RETURN', state: 'OPEN', channel: 'SMS', attemptsLeft: 5 },
    });
  });

  it('again for the same answers gives the same code and sends nothing', async () => {
    const person = await bench.person();
    const { id } = await draftOf(bench, person);
    const tokens = await Promise.all(Array.from({ length: 5 }, () => tokenFor(bench, person, id)));
    expect(new Set(tokens.map((token) => token.id)).size).toBe(1);
    expect(await bench.tokenOf(person, tokens[0]?.id ?? '')).toMatchObject({
      messages: [{ channel: 'EMAIL' }],
    });
  });

  it('for other answers gives another code', async () => {
    const person = await bench.person();
    const { id, version } = await draftOf(bench, person);
    const before = await tokenFor(bench, person, id);
    const facts = { ...COMPLETE, A1: '57000000' };
    await bench.filing.saveReturn(person.taxpayerId, { returnId: id, version, facts });
    expect((await tokenFor(bench, person, id)).id).not.toBe(before.id);
  });
});

describe('what asking would do', () => {
  it('is told to nobody but the owner', async () => {
    const { id } = await draftOf(bench, await bench.person());
    expect(await bench.filing.channelOffers((await bench.person()).taxpayerId, id)).toEqual([]);
  });

  it('is told for each channel: who carries it, whether it is live, what it costs', async () => {
    const person = await bench.person({ sms: TRI, mail: 'budi@gmail.com' });
    const { id } = await draftOf(bench, person);
    expect(await bench.filing.channelOffers(person.taxpayerId, id)).toMatchObject([
      { channel: 'SMS', maskedAddress: '0896••••1234', via: 'Tri', live: true, price: PRICE_AT_TRI },
      {
        channel: 'EMAIL',
        maskedAddress: 'b••i@gmail.com',
        via: 'Gmail',
        live: true,
        price: 0n,
        usualSeconds: null,
      },
    ]);
  });
});
