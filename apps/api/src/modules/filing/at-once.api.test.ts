import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '#testing/browser';
import { type House, openHouse } from '#testing/house';
import { portalIn } from '#testing/portal';

const PASSWORD = 'gajah duduk di atap';
const COMPLETE = { A1: '58000000', A2: '2900000', ptkp: 'TK/0' };
const OPEN = `mutation ($input: OpenReturnInput!) { answer: openReturn(input: $input) { ... on TaxReturn { id version } } }`;
const SAVE = `mutation ($input: SaveReturnInput!) { answer: saveReturn(input: $input) { ... on TaxReturn { version } } }`;
const REQUEST = `mutation ($input: RequestTokenInput!) { answer: requestToken(input: $input) { ... on VerificationToken { id } } }`;
const SUBMIT = `mutation ($input: SubmitReturnInput!) { answer: submitReturn(input: $input) {
  __typename ... on UserError { code } ... on WrongCode { attemptsLeft } ... on Receipt { number submittedAt digest } } }`;
const VERIFY = `mutation ($input: VerifyTokenInput!) { answer: verifyToken(input: $input) {
  __typename ... on UserError { code } ... on WrongCode { attemptsLeft } } }`;

let house: House;
let beside: House;
beforeAll(async () => {
  house = await openHouse();
  beside = await openHouse({}, house);
  await house.work();
});
afterAll(async () => {
  await beside.close();
  await house.close();
});

const one = async (sql: string, id: unknown) => (await house.database.query(sql, [id]))[0];
const otherCode = (code: string, by: number) => String((Number(code) + by) % 1_000_000).padStart(6, '0');

/** The same browser, whose requests arrive at the one process and at the other in turn. */
function atBoth(browser: Browser) {
  const twin = beside.browser();
  for (const [name, value] of browser.cookies) twin.cookies.set(name, value);
  return (index: number, query: string, input: object) => (index % 2 ? browser : twin).send(query, { input });
}

async function withCode(email: string) {
  const { id, identifier } = await house.taxpayer({ password: PASSWORD, email });
  const { browser, signIn } = portalIn(house.browser());
  await signIn({ identifier, password: PASSWORD });
  const ask = async (query: string, input: object) => (await browser.send(query, { input })).data.answer;
  const { id: returnId, version } = await ask(OPEN, { form: '1770SS', taxYear: 2022 });
  const saved = await ask(SAVE, { returnId, version, facts: COMPLETE });
  const { id: tokenId } = await ask(REQUEST, { returnId });
  const code = await house.codeTo(email);
  const submission = (entered: string) => ({
    ...{ returnId, version: saved.version, statementAccepted: true },
    proof: { token: { tokenId, code: entered } },
  });
  return { id, tokenId, returnId, code, submission, send: atBoth(browser) };
}

it('20 right submissions of one return at once to two processes: one token passes, and all get its one receipt', async () => {
  const { tokenId, returnId, code, submission, send } = await withCode('duapuluh@gmail.com');
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => send(index, SUBMIT, submission(code))),
  );
  const receipts = answers.map(({ data }) => data.answer);
  expect(receipts[0]).toMatchObject({ __typename: 'Receipt', number: expect.stringMatching(/^\d+$/) });
  expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
  expect(await one('SELECT count(*)::int AS n FROM receipt WHERE return_id = $1', returnId)).toEqual({
    n: 1,
  });
  expect(await one('SELECT state, attempts_used FROM verification_token WHERE id = $1', tokenId)).toEqual({
    state: 'VERIFIED',
    attempts_used: 1,
  });
  const transitions = `SELECT count(*)::int AS n FROM audit_entry WHERE action = 'token.verified' AND detail->>'token' = $1`;
  expect(await one(transitions, tokenId)).toEqual({ n: 1 });
});

/** Of answers to guesses, those that say something about the code. On a starved machine some get no answer at all. */
const evaluated = (answers: { data?: { answer?: { __typename: string } } }[]) =>
  answers.filter(({ data }) => data?.answer?.__typename === 'WrongCode');

async function expectFive(tokenId: string) {
  expect(await one('SELECT state, attempts_used FROM verification_token WHERE id = $1', tokenId)).toEqual({
    state: 'LOCKED',
    attempts_used: 5,
  });
  const wrong = `SELECT count(*)::int AS n FROM audit_entry WHERE action = 'token.wrong_code' AND detail->>'token' = $1`;
  expect(await one(wrong, tokenId)).toEqual({ n: 5 });
}

it('200 guesses at a submission at once to two processes: five are evaluated, and the right code comes too late (R26)', async () => {
  const { tokenId, returnId, code, submission, send } = await withCode('duaratus@gmail.com');
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => send(index, SUBMIT, submission(otherCode(code, index + 1)))),
  );
  // The fifth is told that the token is locked.
  expect(evaluated(answers)).toHaveLength(4);
  await expectFive(tokenId);
  const late = await send(0, SUBMIT, submission(code));
  expect(late.data.answer).toMatchObject({ code: 'TOKEN_LOCKED' });
  expect(await one('SELECT count(*)::int AS n FROM receipt WHERE return_id = $1', returnId)).toEqual({
    n: 0,
  });
});

it('200 guesses at an address at once to two processes: five are evaluated, and the address stays unconfirmed (R26)', async () => {
  const { id, identifier, efin } = await house.taxpayer();
  const portal = portalIn(house.browser());
  const { id: activationId } = await portal.startActivation({ identifier, efin });
  const { tokens } = await portal.setChannels({ activationId, email: 'tebak@gmail.com' });
  const tokenId = tokens[0].id;
  const code = await house.codeTo('tebak@gmail.com');
  const send = atBoth(portal.browser);
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      send(index, VERIFY, { tokenId, code: otherCode(code, index + 1) }),
    ),
  );
  expect(evaluated(answers)).toHaveLength(4);
  await expectFive(tokenId);
  expect((await send(1, VERIFY, { tokenId, code })).data.answer).toMatchObject({ code: 'TOKEN_LOCKED' });
  expect(await one('SELECT confirmed_at FROM contact_channel WHERE owner = $1', id)).toEqual({
    confirmed_at: null,
  });
});
