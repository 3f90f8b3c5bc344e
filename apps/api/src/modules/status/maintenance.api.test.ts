import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '#testing/browser';
import { type House, openHouse } from '#testing/house';
import { runStatusCommand } from './index.ts';

const STATUS = '{ serviceStatus { maintenance { title reason from to phase } } }';
const REFUSED = '__typename ... on Refusal { code message until }';
const SIGN_IN = `mutation ($input: SignInInput!) { answer: signIn(input: $input) { ${REFUSED} } }`;
const OPEN = `mutation ($input: OpenReturnInput!) { answer: openReturn(input: $input) { ${REFUSED} ... on TaxReturn { id version } } }`;
const SAVE = `mutation ($input: SaveReturnInput!) { answer: saveReturn(input: $input) { ${REFUSED} ... on TaxReturn { version facts } } }`;
const ASK = `mutation ($input: RequestTokenInput!) { answer: requestToken(input: $input) { ${REFUSED} } }`;
const READ = 'query ($id: ID!) { answer: taxReturn(id: $id) { version facts } }';

const PASSWORD = 'Kopi-Tubruk-1989';
const END = new Date('2023-05-28T23:59:00+07:00');

let house: House;
/** It is this moment now, in WIB. */
async function at(moment: string) {
  await house.database.query(
    `INSERT INTO app_clock (virtual_base, real_base, rate) VALUES ($1, clock_timestamp(), 1)
     ON CONFLICT (id) DO UPDATE SET virtual_base = excluded.virtual_base, real_base = excluded.real_base`,
    [`${moment}+07`],
  );
  house.status.forget();
}
const ask = async (browser: Browser, query: string, input: Record<string, unknown>) => {
  const { data, errors } = await browser.send(query, { input });
  expect(errors).toBeUndefined();
  return data.answer;
};
const windows = async (language = 'id') =>
  (await house.browser({ 'accept-language': language }).send(STATUS)).data.serviceStatus.maintenance;

beforeAll(async () => {
  house = await openHouse();
  await at('2023-05-24 17:59');
  await runStatusCommand(house.statusNeeds, [
    ...['maintenance', 'add', '--from', '2023-05-26 18.00', '--to', '2023-05-28 23.59', '--by', 'Siti'],
    ...['--title-id', 'Perawatan sistem', '--title-en', 'Maintenance'],
    ...['--id', 'Infrastruktur TIK diperbarui.', '--en', 'The infrastructure is renewed.'],
  ]);
});
afterAll(() => house.close());

describe('the window of 26 May 2023, 18.00, to 28 May 2023, 23.59 WIB (R76)', () => {
  it('is on the status page as soon as it is planned, and announced everywhere 48 hours ahead', async () => {
    await at('2023-05-24 17:59:30');
    expect(await windows()).toMatchObject([{ phase: 'PLANNED' }]);
    await at('2023-05-24 18:00');
    expect(await windows()).toEqual([
      {
        title: 'Perawatan sistem',
        reason: 'Infrastruktur TIK diperbarui.',
        from: '2023-05-26T11:00:00.000Z',
        to: END.toISOString(),
        phase: 'ANNOUNCED',
      },
    ]);
    expect(await windows('en')).toMatchObject([{ title: 'Maintenance' }]);
  });

  it('begins and ends to the minute', async () => {
    await at('2023-05-26 18:00');
    expect(await windows()).toMatchObject([{ phase: 'RUNNING' }]);
    await at('2023-05-28 23:59');
    expect(await windows()).toEqual([]);
    expect(await house.status.closedUntil()).toBeNull();
  });
});

describe('while it runs', () => {
  let browser: Browser;
  let draft: { id: string; version: number };
  let person: { identifier: string };

  beforeEach(async () => {
    await at('2023-05-26 17:30');
    person = await house.taxpayer({ password: PASSWORD, email: 'budi@gmail.com' });
    browser = house.browser();
    await ask(browser, SIGN_IN, { identifier: person.identifier, password: PASSWORD });
    draft = await ask(browser, OPEN, { form: '1770SS', taxYear: 2022 });
    await at('2023-05-26 18:00');
  });
  const save = (facts: Record<string, string>, version = draft.version) =>
    ask(browser, SAVE, { returnId: draft.id, version, facts });

  it('every mutation is refused with the time at which it ends, in the words of the person', async () => {
    const refused = { code: 'MAINTENANCE', until: END.toISOString() };
    const { message, ...rest } = await ask(browser, ASK, { returnId: draft.id });
    expect(rest).toMatchObject(refused);
    expect(message).toContain('Minggu, 28 Mei 2023, 23.59 WIB. Draf Anda tersimpan');
    const english = house.browser({ 'accept-language': 'en' });
    // Who is not signed in is not told of drafts.
    expect(await ask(english, SIGN_IN, { identifier: person.identifier, password: 'wrong' })).toMatchObject({
      ...refused,
      message: expect.stringMatching(/Sunday,? 28 May 2023, 23.59 WIB\. Try again after that time\.$/),
    });
  });

  it('no attempt is counted by it', async () => {
    const count = () => house.database.query('SELECT count(*) FROM failure_count');
    const before = await count();
    await ask(house.browser(), SIGN_IN, { identifier: person.identifier, password: 'wrong' });
    expect(await count()).toEqual(before);
  });

  it('what is being typed is saved, and is there when it is over', async () => {
    expect(await save({ A1: '58000000' })).toMatchObject({ version: draft.version + 1 });
    await at('2023-05-26 18:20');
    expect((await browser.send(READ, { id: draft.id })).data.answer.facts).toMatchObject({ A1: '58000000' });
    await at('2023-05-28 23:59');
    const again = house.browser();
    await ask(again, SIGN_IN, { identifier: person.identifier, password: PASSWORD });
    expect((await again.send(READ, { id: draft.id })).data.answer.facts).toMatchObject({ A1: '58000000' });
  });

  it('whoever is signed in can sign out', async () => {
    const { data } = await browser.send('mutation { answer: signOut }');
    expect(data.answer).toBe(true);
  });
});
