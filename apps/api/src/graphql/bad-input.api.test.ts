import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { PRODUCTION, sendRaw } from '#testing/raw';

const NIK = '3171234567890123';
const START = 'mutation ($input: StartActivationInput!) { startActivation(input: $input) { __typename } }';
const SESSION = '{ session { expiresAt } }';

let development: House;
let production: House;
beforeAll(async () => {
  development = await openHouse();
  production = await openHouse(PRODUCTION, development);
});
afterAll(async () => {
  await production.close();
  await development.close();
});

describe('a request that does not fit the schema', () => {
  // Each holds a person's number where only the schema's own words belong.
  it.each([
    ['a wrong type', { query: START, variables: { input: { identifier: Number(NIK), efin: '1' } } }],
    [
      'an object for a string',
      { query: START, variables: { input: { identifier: { nik: NIK }, efin: '1' } } },
    ],
    [
      'a key that looks like a path',
      { query: START, variables: { input: { identifier: { [`at "${NIK}"`]: 1 }, efin: '1' } } },
    ],
    ['a list for a string', { query: START, variables: { input: { identifier: [NIK], efin: '1' } } }],
    [
      'an unknown field',
      { query: START, variables: { input: { identifier: '1', efin: '1', [`nik${NIK}`]: NIK } } },
    ],
    ['a missing field', { query: START, variables: { input: { identifier: NIK } } }],
    ['null', { query: START, variables: { input: { identifier: NIK, efin: null } } }],
    ['a text for an input', { query: START, variables: { input: NIK } }],
    [
      'an unknown channel',
      {
        query: 'mutation ($c: Channel) { resendToken(input: {tokenId: "x", channel: $c}) { __typename } }',
        variables: { c: NIK },
      },
    ],
    [
      'a channel in the text',
      { query: `mutation { resendToken(input: {tokenId: "x", channel: "${NIK}"}) { __typename } }` },
    ],
    [
      'a word for a channel',
      { query: `mutation { resendToken(input: {tokenId: "x", channel: N${NIK}}) { __typename } }` },
    ],
    [
      'a price that is a number',
      {
        query: 'mutation ($p: Rupiah) { resendToken(input: {tokenId: "x", acceptPrice: $p}) { __typename } }',
        variables: { p: Number(NIK) },
      },
    ],
    [
      'a price in words',
      {
        query: 'mutation ($p: Rupiah) { resendToken(input: {tokenId: "x", acceptPrice: $p}) { __typename } }',
        variables: { p: `Rp${NIK}` },
      },
    ],
    [
      'a price in the text',
      { query: `mutation { resendToken(input: {tokenId: "x", acceptPrice: ${NIK}}) { __typename } }` },
    ],
    [
      'a number in the text for a string',
      { query: `mutation { startActivation(input: {identifier: ${NIK}, efin: "1"}) { __typename } }` },
    ],
    [
      'an object in the text for a string',
      {
        query: `mutation { startActivation(input: {identifier: {nik: "${NIK}"}, efin: "1"}) { __typename } }`,
      },
    ],
    [
      'a text for an input in the text',
      { query: `mutation { startActivation(input: "${NIK}") { __typename } }` },
    ],
    ['an unknown field asked', { query: `{ session { expiresAt nik${NIK} } }` }],
    ['an unknown argument', { query: `{ token(id: "x", nik${NIK}: "${NIK}") { id } }` }],
    ['an unknown type', { query: `query ($x: T${NIK}) { session { expiresAt } }` }],
    ['an unknown fragment', { query: `{ session { ...F${NIK} } }` }],
    ['an unknown directive', { query: `{ session @d${NIK} { expiresAt } }` }],
    ['an undefined variable', { query: `{ token(id: $v${NIK}) { id } }` }],
    ['a wrong variable type', { query: `query ($v${NIK}: Int) { token(id: $v${NIK}) { id } }` }],
    ['a missing variable', { query: `query ($v${NIK}: ID!) { token(id: $v${NIK}) { id } }` }],
    ['a loose string', { query: `{ session { expiresAt } } "${NIK}"` }],
    ['a loose name', { query: `{ session { expiresAt } } n${NIK}` }],
    ['a loose number', { query: `{ session { expiresAt } ${NIK} }` }],
    ['an unended string', { query: `{ token(id: "${NIK}` }],
    ['a subscription over HTTP', { query: `subscription { tokenChanged(id: "${NIK}") { id } }` }],
    ['an unknown operation', { query: 'query A { session { expiresAt } }', operationName: `N${NIK}` }],
    [
      'two operations of one name',
      { query: `query N${NIK} { session { expiresAt } } query N${NIK} { session { expiresAt } }` },
    ],
    [
      'answers that are no object',
      {
        query:
          'mutation ($f: Facts!) { saveReturn(input: {returnId: "x", version: 1, facts: $f}) { __typename } }',
        variables: { f: [NIK] },
      },
    ],
    [
      'an answer that is no text',
      {
        query:
          'mutation ($f: Facts!) { saveReturn(input: {returnId: "x", version: 1, facts: $f}) { __typename } }',
        variables: { f: { A1: Number(NIK) } },
      },
    ],
    [
      'a version beyond an Int',
      {
        query:
          'mutation ($v: Int!) { saveReturn(input: {returnId: "x", version: $v, facts: {}}) { __typename } }',
        variables: { v: Number(NIK) },
      },
    ],
    [
      'two kinds of proof',
      {
        query: `mutation ($p: ProofInput!) { submitReturn(input: {returnId: "x", version: 1, statementAccepted: true, proof: $p}) { __typename } }`,
        variables: { p: { token: null, nik: NIK } },
      },
    ],
  ])('is BAD_USER_INPUT with 4xx, and nothing of it comes back: %s', async (_, body) => {
    const { status, json, code, text } = await sendRaw(production, { body });
    expect(status).toBe(400);
    expect(code).toBe('BAD_USER_INPUT');
    expect(json.data ?? null).toBeNull();
    expect(text).not.toContain(NIK);
    expect(text).not.toContain('3171234567890');
    expect(Object.keys(json.errors[0].extensions)).toEqual(['code']);
  });

  it('says where it is wrong', async () => {
    const { json } = await sendRaw(production, {
      body: { query: START, variables: { input: { identifier: 5, efin: '1' } } },
    });
    expect(json.errors[0].message).toContain('input.identifier');
  });

  it.each([
    ['{', '{'],
    ['nothing', ''],
    ['a text', `"${NIK}"`],
    ['a number', NIK],
    ['null', 'null'],
    ['no query', { nik: NIK }],
    ['a query that is no text', { query: { nik: NIK } }],
    ['variables that are no object', { query: SESSION, variables: NIK }],
    ['a list', [{ query: SESSION }, { query: SESSION }]],
    ['a prototype', `{"query": "${SESSION}", "__proto__": {"nik": "${NIK}"}}`],
    ['an empty list', []],
  ])('is refused with 4xx where the body is %s', async (_, body) => {
    const { status, json, text } = await sendRaw(production, { body });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(json.errors[0].message).toBeTypeOf('string');
    expect(text).not.toContain(NIK);
  });
});

describe('strange texts in a request that fits', () => {
  const STRANGE = [
    ['null bytes', '\u0000\u0000'],
    ['a null byte in a number', `${NIK.slice(0, 8)}\u0000${NIK.slice(8)}`],
    ['half a sign', '\ud800'],
    ['10,000 letters', 'x'.repeat(10_000)],
    ['a uuid with a letter too many', '00000000-0000-0000-0000-00000000000g'],
    ['a uuid of nobody', '00000000-0000-0000-0000-000000000000'],
    ['a uuid with a null byte', '00000000-0000-0000-0000-000000000000\u0000'],
    ['a statement', `'; DROP TABLE taxpayer; --`],
    ['right-to-left signs', '\u202e\u2066مرحبا'],
    ['a prototype', 'constructor'],
  ] as const;
  const OPERATIONS: [name: string, query: string][] = [
    ['token', 'query ($x: ID!) { token(id: $x) { id } }'],
    ['activation', 'query ($x: ID!) { activation(id: $x) { id } }'],
    ['taxReturn', 'query ($x: ID!) { taxReturn(id: $x) { id } }'],
    ['taxReturns', 'query ($x: String) { taxReturns(after: $x, first: -5) { hasNextPage } }'],
    ['channelOffers', 'query ($x: ID!) { channelOffers(returnId: $x) { via } }'],
    ['receipt', 'query ($x: String!) { receipt(number: $x) { genuine } }'],
    [
      'startActivation',
      'mutation ($x: String!) { startActivation(input: {identifier: $x, efin: $x}) { __typename } }',
    ],
    [
      'setActivationChannels',
      'mutation ($x: ID!, $y: String) { setActivationChannels(input: {activationId: $x, email: $y, phone: $y}) { __typename } }',
    ],
    [
      'completeActivation',
      'mutation ($x: ID!, $y: String!) { completeActivation(input: {activationId: $x, password: $y, liabilityAccepted: true}) { __typename } }',
    ],
    ['signIn', 'mutation ($x: String!) { signIn(input: {identifier: $x, password: $x}) { __typename } }'],
    [
      'signIn of somebody',
      `mutation ($x: String!) { signIn(input: {identifier: "01.312.166.0-091.000", password: $x}) { __typename } }`,
    ],
    ['resendToken', 'mutation ($x: ID!) { resendToken(input: {tokenId: $x}) { __typename } }'],
    ['reportArrival', 'mutation ($x: ID!) { reportArrival(tokenId: $x, arrived: true) { __typename } }'],
    [
      'verifyToken',
      'mutation ($x: ID!, $y: String!) { verifyToken(input: {tokenId: $x, code: $y}) { __typename } }',
    ],
    [
      'openReturn',
      'mutation ($x: ID!, $y: String!) { openReturn(input: {form: $y, taxYear: 2023, amends: $x}) { __typename } }',
    ],
    [
      'openReturn of a form',
      'mutation ($x: ID!) { openReturn(input: {form: "1770SS", taxYear: 2023, amends: $x}) { __typename } }',
    ],
    [
      'saveReturn',
      'mutation ($x: ID!, $f: Facts!) { saveReturn(input: {returnId: $x, version: 1, facts: $f}) { __typename } }',
    ],
    ['requestToken', 'mutation ($x: ID!) { requestToken(input: {returnId: $x}) { __typename } }'],
    [
      'submitReturn',
      'mutation ($x: ID!, $y: String!) { submitReturn(input: {returnId: $x, version: 1, statementAccepted: true, proof: {token: {tokenId: $x, code: $y}}}) { __typename } }',
    ],
  ];

  describe.each(['a stranger', 'a taxpayer'])('by %s', (who) => {
    let browser: ReturnType<House['browser']>;
    let draft = '';
    beforeAll(async () => {
      browser = development.browser({ 'x-test-address': `10.5.0.${who.length}` });
      if (who === 'a stranger') return;
      const { identifier } = await development.taxpayer({ password: 'gajah duduk di atap' });
      await browser.send(`mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }`, {
        i: { identifier, password: 'gajah duduk di atap' },
      });
      const opened = await browser.send(
        'mutation { openReturn(input: {form: "1770SS", taxYear: 2022}) { ... on TaxReturn { id } } }',
      );
      draft = opened.data.openReturn.id;
    });

    it.each(STRANGE)('are answered as data in every operation: %s', async (_, strange) => {
      for (const [name, query] of OPERATIONS) {
        const f = { [strange.slice(0, 30)]: strange.slice(0, 100) };
        const answer = await browser.send(query, { x: strange, y: strange, f });
        expect(answer.status, name).toBe(200);
        expect(answer.errors, name).toBeUndefined();
      }
    });

    // Every number a client may send: as far as an Int goes, and just beyond what a column holds.
    const FAR = [
      0, -1, 12, 13, 1899, 10_000, 32_767, 32_768, -32_769, 99_999_999, 2_147_483_647, -2_147_483_648,
    ];

    it.each(FAR)('and so are strange numbers in every argument and input: %i', async (n) => {
      const lists = await browser.send(
        `query ($n: Int) {
           year: taxReturns(taxYear: $n) { nodes { id } hasNextPage }
           page: taxReturns(first: $n) { hasNextPage }
           both: taxReturns(taxYear: $n, first: $n, after: "00000000-0000-0000-0000-000000000000") { nodes { id } }
         }`,
        { n },
      );
      expect(lists.errors).toBeUndefined();
      expect(lists.data.year).toEqual({ nodes: [], hasNextPage: false });
      expect(lists.data.both.nodes).toEqual([]);
      for (const input of [
        { form: '1770SS', taxYear: n },
        { form: '1770SS', taxYear: 2022, taxMonth: n },
      ]) {
        const opened = await browser.send(
          'mutation ($i: OpenReturnInput!) { openReturn(input: $i) { ... on Refusal { code field } } }',
          { i: input },
        );
        expect(opened.errors).toBeUndefined();
        const field = 'taxMonth' in input ? 'taxMonth' : 'taxYear';
        expect(opened.data.openReturn).toEqual(
          draft ? { code: 'INVALID_INPUT', field } : { code: 'NOT_SIGNED_IN', field: null },
        );
      }
      const saved = await browser.send(
        'mutation ($x: ID!, $n: Int!) { saveReturn(input: {returnId: $x, version: $n, facts: {}}) { __typename } }',
        { x: draft || '00000000-0000-0000-0000-000000000000', n },
      );
      expect(saved.errors).toBeUndefined();
      expect(saved.data.saveReturn.__typename).toBe(draft ? 'StaleVersion' : 'Refusal');
    });

    it.each(STRANGE)('do not become a half-written answer: %s', async (_, strange) => {
      if (!draft) return expect(who).toBe('a stranger');
      for (const f of [
        { A1: strange.slice(0, 100) },
        { ptkp: strange.slice(0, 100) },
        { [strange.slice(0, 30)]: '1' },
      ]) {
        const answer = await browser.send(
          'mutation ($x: ID!, $f: Facts!) { saveReturn(input: {returnId: $x, version: 1, facts: $f}) { __typename ... on Refusal { code } } }',
          { x: draft, f },
        );
        expect(answer.errors).toBeUndefined();
        expect(answer.data.saveReturn).toEqual({ __typename: 'Refusal', code: 'INVALID_INPUT' });
      }
    });
  });
});
