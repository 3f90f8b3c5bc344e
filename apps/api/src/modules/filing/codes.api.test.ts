import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { portalIn } from '#testing/portal';
import { askCode } from '#testing/tokens';

const PASSWORD = 'gajah duduk di atap';
const COMPLETE = { A1: '58000000', A2: '2900000', ptkp: 'TK/0' };
const REFUSAL = '__typename ... on UserError { code } ... on Refusal { field until }';
const OPEN = `mutation ($input: OpenReturnInput!) { answer: openReturn(input: $input) { ${REFUSAL} ... on TaxReturn { id version } } }`;
const SAVE = `mutation ($input: SaveReturnInput!) { answer: saveReturn(input: $input) { ${REFUSAL} ... on TaxReturn { id version facts } } }`;
const REQUEST = `mutation ($input: RequestTokenInput!) { answer: requestToken(input: $input) { ${REFUSAL} ... on VerificationToken { id state } } }`;
const UNDER_WAY = 'query ($returnId: ID!) { answer: taxReturn(id: $returnId) { openToken { id state } } }';
const SUBMIT = `mutation ($input: SubmitReturnInput!) { answer: submitReturn(input: $input) { ${REFUSAL} ... on Receipt { number } } }`;

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.work();
});
afterAll(() => house.close());

let count = 0;
/** Somebody with a complete draft. */
async function withDraft() {
  count += 1;
  const email = `lapor${count}@gmail.com`;
  const { id, identifier } = await house.taxpayer({ password: PASSWORD, email });
  const portal = portalIn(house.browser({ 'x-test-address': `10.7.0.${count}` }));
  await portal.signIn({ identifier, password: PASSWORD });
  const ask = async (query: string, input: object) => {
    const { data, errors } = await portal.browser.send(query, { input });
    expect(errors).toBeUndefined();
    return data.answer;
  };
  const { id: returnId, version } = await ask(OPEN, { form: '1770SS', taxYear: 2022 });
  const saved = await ask(SAVE, { returnId, version, facts: COMPLETE });
  return { id, email, portal, ask, returnId, version: saved.version };
}

describe('codes for a submission', () => {
  it('submit no return but the one they were asked for, and are not spent by the try (R26)', async () => {
    const [one, two] = [await withDraft(), await withDraft()];
    const tokens = [
      {
        tokenId: (await one.ask(REQUEST, { returnId: one.returnId })).id,
        code: await house.codeTo(one.email),
      },
      {
        tokenId: (await two.ask(REQUEST, { returnId: two.returnId })).id,
        code: await house.codeTo(two.email),
      },
    ];
    const submit = (who: typeof one, token: object | undefined) =>
      who.ask(SUBMIT, {
        returnId: who.returnId,
        version: who.version,
        statementAccepted: true,
        proof: { token },
      });
    expect(await submit(one, tokens[1])).toMatchObject({ __typename: 'Refusal' });
    expect(await submit(two, tokens[0])).toMatchObject({ __typename: 'Refusal' });
    expect(await submit(one, tokens[0])).toMatchObject({ __typename: 'Receipt' });
    expect(await submit(two, tokens[1])).toMatchObject({ __typename: 'Receipt' });
  });

  it('are found by their owner in another window while they are under way, and by nobody else', async () => {
    const { ask, portal, returnId, version } = await withDraft();
    const underWay = async (browser = portal.browser) =>
      (await browser.send(UNDER_WAY, { returnId })).data.answer?.openToken;
    expect(await underWay()).toBeNull();
    const { id: tokenId } = await ask(REQUEST, { returnId });
    expect(await underWay()).toEqual({ id: tokenId, state: 'OPEN' });
    expect(await underWay((await withDraft()).portal.browser)).toBeUndefined();
    await ask(SAVE, { returnId, version, facts: { ...COMPLETE, A1: '59000000' } });
    expect(await underWay()).toBeNull();
  });

  it('count for the same person as those for signing in: six an hour in all', async () => {
    const { id, email, ask, returnId, version } = await withDraft();
    for (let n = 0; n < 5; n += 1)
      expect(await askCode(house, id, { to: email, purpose: 'SIGN_IN', binding: `${n}` })).toMatchObject({
        ok: true,
      });
    expect(await ask(REQUEST, { returnId })).toMatchObject({ state: 'OPEN' });
    await ask(SAVE, { returnId, version, facts: { ...COMPLETE, A1: '59000000' } });
    expect(await ask(REQUEST, { returnId })).toMatchObject({
      code: 'RATE_LIMITED',
      until: expect.any(String),
    });
    expect(await askCode(house, id, { to: email, purpose: 'SIGN_IN', binding: '6' })).toMatchObject({
      code: 'RATE_LIMITED',
    });
  });
});
