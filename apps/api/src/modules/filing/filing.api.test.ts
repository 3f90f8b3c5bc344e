import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '#testing/browser';
import { type House, openHouse } from '#testing/house';

const RETURN = `id form taxYear taxMonth amendment version state facts prefilled figures outcome balance dueOn
  findings { field severity message code } receipt { number submittedAt digest pdfUrl }`;
const OPEN = `mutation ($input: OpenReturnInput!) { openReturn(input: $input) {
  __typename ... on TaxReturn { ${RETURN} } ... on Refusal { code message field } } }`;
const SAVE = `mutation ($input: SaveReturnInput!) { saveReturn(input: $input) {
  __typename ... on TaxReturn { ${RETURN} } ... on StaleVersion { code message current { version facts } }
  ... on Refusal { code message field } } }`;
const ASK = `mutation ($input: RequestTokenInput!) { requestToken(input: $input) {
  __typename ... on VerificationToken { id purpose state attemptsLeft messages { channel maskedAddress via } }
  ... on Refusal { code message field } } }`;
const SUBMIT = `mutation ($input: SubmitReturnInput!) { submitReturn(input: $input) {
  __typename ... on Receipt { number submittedAt digest pdfUrl } ... on UserError { code message }
  ... on WrongCode { attemptsLeft } ... on ReturnIncomplete { findings { field message } }
  ... on StaleVersion { current { version } } ... on Refusal { field } } }`;
const CHECK =
  'query ($number: String!) { receipt(number: $number) { number genuine form taxYear submittedAt } }';

type Fields = Record<string, unknown>;

const IN_ENGLISH = { 'accept-language': 'en' };
const PASSWORD = 'Kopi-Tubruk-1989';

let house: House;
let budi: Browser;
let yusuf: Browser;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  [budi, yusuf] = await Promise.all([newcomer(), newcomer()]);
});

/** A browser in which somebody new is signed in, with a slip for each year. */
async function newcomer(): Promise<Browser> {
  const { id, identifier } = await house.taxpayer({ password: PASSWORD, email: 'budi@gmail.com' });
  for (const taxYear of [2021, 2022, 2023, 2024])
    await house.db.read.withholdingSlip.create({
      data: {
        ...{
          taxpayerId: id,
          taxYear,
          number: crypto.randomUUID(),
          issuedOn: new Date(Date.UTC(taxYear + 1, 0, 15)),
        },
        ...{ withholderNpwp: '013121660091000', withholderName: 'PT Contoh', status: 'TK/0' },
        ...{ gross: 46_800_000n, deductions: 2_340_000n, withheld: 0n },
      },
    });
  const browser = house.browser(IN_ENGLISH);
  const input = { identifier, password: PASSWORD };
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
  expect(await ask(browser, signIn, { input })).toEqual({ __typename: 'Session' });
  return browser;
}

/** The code in a token's message, as its reader would see it. */
async function codeOf(tokenId: unknown): Promise<string> {
  const request = { ref: String(tokenId), channel: 'SMS', locale: 'id', originHost: null } as const;
  const [content = 'dead'] = await house.deliveryPorts.contentsOf([request]);
  return (
    (content === 'dead' ? undefined : /\b\d{6}\b/.exec(content.text)?.[0]) ?? expect.fail('the token is dead')
  );
}

const get = (browser: Browser, url: unknown) =>
  house.portal.inject({ method: 'GET', url: String(url), cookies: Object.fromEntries(browser.cookies) });

/** The one field of an answer that has to be data and no error. */
async function ask(browser: Browser, document: string, variables: Fields): Promise<Fields> {
  const { status, data, errors } = await browser.send(document, variables);
  expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  return Object.values(data ?? {})[0] as Fields;
}

const open = (browser: Browser, input: Fields = {}) =>
  ask(browser, OPEN, { input: { form: '1770SS', taxYear: 2023, ...input } });

async function ready(browser: Browser, input: Fields = {}) {
  const { id, version } = await open(browser, input);
  const token = await ask(browser, ASK, { input: { returnId: id } });
  const proof = { token: { tokenId: token.id, code: await codeOf(token.id) } };
  return { returnId: id, version, statementAccepted: true, proof };
}

describe('without a session', () => {
  it.each([
    [OPEN, { input: { form: '1770SS', taxYear: 2023 } }],
    [SAVE, { input: { returnId: 'x', version: 1, facts: {} } }],
    [ASK, { input: { returnId: 'x' } }],
    [
      SUBMIT,
      {
        input: {
          returnId: 'x',
          version: 1,
          statementAccepted: true,
          proof: { token: { tokenId: 'x', code: '1' } },
        },
      },
    ],
  ])('%.40s is refused in the language asked for', async (document, variables) => {
    const inEnglish = await ask(house.browser(IN_ENGLISH), document, variables);
    expect(inEnglish).toMatchObject({
      __typename: 'Refusal',
      code: 'NOT_SIGNED_IN',
      message: expect.stringMatching(/^Sign in/),
    });
    const inIndonesian = await ask(house.browser({ 'accept-language': 'id' }), document, variables);
    expect(inIndonesian.message).toMatch(/^Masuk/);
  });

  it('nothing of anybody is seen', async () => {
    const { id } = await open(budi);
    const { data } = await house
      .browser(IN_ENGLISH)
      .send(
        'query ($id: ID!) { taxReturn(id: $id) { id } taxReturns { nodes { id } hasNextPage } channelOffers(returnId: $id) { via } }',
        { id },
      );
    expect(data).toEqual({
      taxReturn: null,
      taxReturns: { nodes: [], hasNextPage: false },
      channelOffers: [],
    });
  });
});

it('a return says whose slips filled it in, and when it was saved', async () => {
  const { id, facts } = await open(budi);
  const saved = await ask(budi, SAVE, { input: { returnId: id, version: 1, facts } });
  expect(saved).toMatchObject({ __typename: 'TaxReturn', version: 2 });
  const question = 'query ($id: ID!) { taxReturn(id: $id) { savedAt slips { number withholder } } }';
  const { slips, savedAt } = await ask(budi, question, { id });
  expect(slips).toEqual([{ number: expect.any(String), withholder: 'PT Contoh' }]);
  expect(Math.abs(Date.parse(String(savedAt)) - Date.now())).toBeLessThan(60_000);
  const other = await open(yusuf);
  expect(await ask(yusuf, question, { id: other.id })).not.toMatchObject({ slips });
});

describe('bad input', () => {
  it.each([
    ['a number for an amount', { returnId: 'x', version: 1, facts: { A1: 48000000 } }],
    ['a list of facts', { returnId: 'x', version: 1, facts: ['A1'] }],
    ['no facts', { returnId: 'x', version: 1, facts: null }],
    ['a version beyond 32 bits', { returnId: 'x', version: 2 ** 40, facts: {} }],
    [
      'thousands of facts',
      {
        returnId: 'x',
        version: 1,
        facts: Object.fromEntries(Array.from({ length: 999 }, (_, i) => [`f${i}`, '1'])),
      },
    ],
  ])('%s does not fit the schema, and is not sent back', async (_, input) => {
    const { status, errors } = await budi.send(SAVE, { input });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(JSON.stringify(errors)).not.toContain('48000000');
  });

  it.each([
    [{ form: '1770S' }, 'form', /1770 SS/],
    [{ form: '\u0000' }, 'form', /1770 SS/],
    [{ taxYear: 1999 }, 'taxYear', /tax year/],
    [{ taxYear: 2_147_483_647 }, 'taxYear', /tax year/],
    [{ taxMonth: 3 }, 'taxMonth', /whole year/],
  ])('opening with %j names the field and says what to do', async (input, field, sentence) => {
    const refusal = {
      __typename: 'Refusal',
      code: 'INVALID_INPUT',
      field,
      message: expect.stringMatching(sentence),
    };
    expect(await open(budi, input)).toEqual(refusal);
  });

  it.each([
    [{ A1: '-1' }, 'A1', 'Enter zero or more.'],
    [{ A1: '1.000.000' }, 'A1', 'Enter digits only, for example 48000000.'],
    [{ C11: '0.50' }, 'C11', 'Enter whole rupiah, without decimals.'],
    [{ C11: '9'.repeat(16) }, 'C11', 'This amount is too large. Enter 15 digits at most.'],
    [{ ptkp: 'K/7' }, 'ptkp', 'Choose a status from the list: TK/0 to K/I/3.'],
    [{ A4: '1' }, 'A4', 'The form has no such field. Load the page again, then try again.'],
    [{ '<script>': '1' }, 'facts', 'The form has no such field. Load the page again, then try again.'],
    [{ __proto: '\u0000' }, 'facts', 'The form has no such field. Load the page again, then try again.'],
  ])('saving %j names the field and says what is wrong', async (facts, field, message) => {
    const { id, version } = await open(budi);
    const refusal = await ask(budi, SAVE, { input: { returnId: id, version, facts } });
    expect(refusal).toEqual({ __typename: 'Refusal', code: 'INVALID_INPUT', field, message });
    expect(await open(budi)).toMatchObject({ id, version });
  });

  it('another person’s return does not exist, for any operation', async () => {
    const case_ = await ready(budi);
    const { returnId, version } = case_;
    const notFound = {
      __typename: 'Refusal',
      code: 'NOT_FOUND',
      message: expect.stringMatching(/no such return/),
    };
    expect(await ask(yusuf, SAVE, { input: { returnId, version, facts: {} } })).toMatchObject(notFound);
    expect(await ask(yusuf, ASK, { input: { returnId } })).toMatchObject(notFound);
    expect(await ask(yusuf, SUBMIT, { input: case_ })).toMatchObject(notFound);
    expect(await open(yusuf, { amends: returnId })).toMatchObject({ code: 'NOT_FOUND', field: 'amends' });
    const { data } = await yusuf.send(
      'query ($id: ID!) { taxReturn(id: $id) { id } channelOffers(returnId: $id) { via } }',
      { id: returnId },
    );
    expect(data).toEqual({ taxReturn: null, channelOffers: [] });
  });
});

describe('filing 1770 SS', () => {
  it('opens prefilled from the slip, marked, computed and with its last day (R45, R46)', async () => {
    expect(await open(budi)).toMatchObject({
      ...{
        __typename: 'TaxReturn',
        version: 1,
        state: 'DRAFT',
        outcome: 'NIL',
        balance: '0',
        dueOn: '2024-03-31',
      },
      facts: { A1: '46800000', A2: '2340000', ptkp: 'TK/0', A6: '0' },
      prefilled: ['A1', 'A2', 'ptkp', 'A6'],
      figures: { A3: '54000000', A4: '0', A5: '0', A7: '0' },
      ...{ findings: [], receipt: null },
    });
  });

  it('says what is missing or contradictory, by field', async () => {
    const { id, version } = await open(budi);
    const saved = await ask(budi, SAVE, { input: { returnId: id, version, facts: { A1: '60000001' } } });
    expect(saved).toMatchObject({
      ...{ version: 2, prefilled: [], outcome: null, balance: null, figures: {} },
      findings: [
        { field: 'ptkp', severity: 'ERROR', code: 'MISSING', message: 'This must be filled in.' },
        {
          field: 'A1',
          severity: 'ERROR',
          code: 'GROSS_ABOVE_LIMIT',
          message: expect.stringContaining('Rp 60.000.000'),
        },
      ],
    });
    expect(await ask(budi, ASK, { input: { returnId: id } })).toMatchObject({
      code: 'RETURN_INCOMPLETE',
      field: 'ptkp',
    });
  });

  it('never lets one tab overwrite another unseen', async () => {
    const { id, version } = await open(budi);
    const save = (A1: string) =>
      ask(budi, SAVE, { input: { returnId: id, version, facts: { A1, ptkp: 'TK/0' } } });
    expect(await save('1000')).toMatchObject({ __typename: 'TaxReturn', version: 2 });
    expect(await save('2000')).toEqual({
      ...{
        __typename: 'StaleVersion',
        code: 'STALE_VERSION',
        message: expect.stringMatching(/another window/),
      },
      current: { version: 2, facts: { A1: '1000', ptkp: 'TK/0' } },
    });
  });

  it('tells a wrong code from a malformed one, and what is left (R33)', async () => {
    const { proof, ...request } = await ready(budi);
    const submit = (code: string) =>
      ask(budi, SUBMIT, { input: { ...request, proof: { token: { ...proof.token, code } } } });
    expect(await submit('12')).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'code',
      message: expect.stringMatching(/six digits/),
    });
    const wrong = proof.token.code === '000000' ? '000001' : '000000';
    expect(await submit(wrong)).toMatchObject({
      __typename: 'WrongCode',
      code: 'WRONG_CODE',
      attemptsLeft: 4,
    });
  });

  it('submits once: twice pressed gives one receipt, and the return is closed (R26, R33)', async () => {
    const input = await ready(budi, { taxYear: 2021 });
    const [first, second] = await Promise.all([ask(budi, SUBMIT, { input }), ask(budi, SUBMIT, { input })]);
    expect(first).toMatchObject({ __typename: 'Receipt', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(second).toEqual(first);
    expect(first.pdfUrl).toBe(`/receipts/${first.number}.pdf`);
    const { returnId, version } = input;
    const save = { returnId, version, facts: {} };
    expect(await ask(budi, SAVE, { input: save })).toMatchObject({ code: 'ALREADY_SUBMITTED' });
    expect(await open(budi, { taxYear: 2021 })).toMatchObject({ code: 'ALREADY_SUBMITTED' });
    expect(await open(budi, { taxYear: 2021, amends: returnId })).toMatchObject({
      amendment: 1,
      state: 'DRAFT',
    });
  });

  it('needs the statement, and shows an older version what stands', async () => {
    const input = await ready(budi);
    expect(await ask(budi, SUBMIT, { input: { ...input, statementAccepted: false } })).toMatchObject({
      ...{ code: 'INVALID_INPUT', field: 'statementAccepted', message: expect.stringMatching(/statement/) },
    });
    expect(await ask(budi, SUBMIT, { input: { ...input, version: 7 } })).toMatchObject({
      ...{ __typename: 'StaleVersion', code: 'STALE_VERSION', current: { version: 1 } },
    });
  });
});

describe('the receipt', () => {
  it('is checked by anybody and tells nothing of the person', async () => {
    const { number, submittedAt } = await ask(yusuf, SUBMIT, {
      input: await ready(yusuf, { taxYear: 2022 }),
    });
    const stranger = house.browser(IN_ENGLISH);
    expect(await ask(stranger, CHECK, { number })).toEqual({
      number,
      genuine: true,
      form: '1770SS',
      taxYear: 2022,
      submittedAt,
    });
    expect(await ask(stranger, CHECK, { number: '1'.repeat(20) })).toMatchObject({
      genuine: false,
      form: null,
    });
    expect((await stranger.send(CHECK, { number: '\u0000' })).data).toEqual({ receipt: null });
  });

  it('is a PDF for its owner’s session, never stored, and nothing for everybody else', async () => {
    const { pdfUrl } = await ask(yusuf, SUBMIT, { input: await ready(yusuf, { taxYear: 2024 }) });
    const mine = await get(yusuf, pdfUrl);
    expect(mine.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
    expect(mine.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    for (const other of [budi, house.browser(IN_ENGLISH)])
      expect((await get(other, pdfUrl)).statusCode).toBe(404);
    for (const path of [
      '/receipts/.pdf',
      '/receipts/%00.pdf',
      '/receipts/1.pdf',
      '/receipts/..%2F..%2Fetc.pdf',
    ])
      expect((await get(yusuf, path)).statusCode, path).toBe(404);
  });
});
