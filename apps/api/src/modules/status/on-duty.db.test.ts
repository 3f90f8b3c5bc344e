import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appNow } from '#platform/database';
import { type House, openHouse } from '#testing/house';
import { runStatusCommand } from './index.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.database.query(`INSERT INTO lane_health (lane) VALUES ('mail:kantor.example')`);
  await house.database.query(
    `INSERT INTO app_clock (virtual_base, real_base, rate) VALUES ('2023-05-24 17:00+07', clock_timestamp(), 1)`,
  );
});
afterAll(() => house.close());

/** One command line, as typed; single quotes hold words together. */
const type = (line: string): Promise<string> =>
  runStatusCommand(
    house.statusNeeds,
    [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? ''),
  );
const refusal = (line: string): Promise<string> =>
  type(line).then(
    (said) => `not refused: ${said}`,
    ({ message }: Error) => message,
  );
const BY = "--by 'Siti Rahma'";
const SMS = "--title-id 'SMS terlambat' --title-en 'SMS are late'";
const BOTH = "--id 'Sudah diperbaiki.' --en 'It is mended.'";

describe('an incident', () => {
  let id: string;
  beforeEach(async () => {
    await house.database.query('UPDATE incident SET until = app_now()');
    await house.database.query('DELETE FROM lane_seen');
    const said = await type(`open ${SMS} --lane sms:xl --affects e-Registration --service filing ${BY}`);
    id = said.replace('Done: ', '').slice(-12);
  });
  const row = async () =>
    (await house.database.query('SELECT * FROM incident WHERE id::text LIKE $1', [`%${id}`]))[0];

  const saidLast = async () =>
    (await house.database.query('SELECT kind FROM incident_statement ORDER BY id DESC LIMIT 1'))[0];

  it('is opened by hand, for lanes and for what people know by other names (R48)', async () => {
    expect(await row()).toMatchObject({
      affects: ['XL', 'e-Registration'],
      services: ['FILING'],
      until: null,
    });
    expect(await refusal(`open ${SMS} --lane sms:xl ${BY}`)).toContain('is open');
    const none = await refusal(`open ${SMS} --lane sms:nobody ${BY}`);
    expect(none).toMatch(/no lane sms:nobody: .*sms:xl/);
    expect(none).not.toContain('kantor');
    id = (await type(`open ${SMS} --lane mail:kantor.example ${BY}`)).slice(-12);
    expect(await row()).toMatchObject({
      affects: ['kantor.example'],
      services: ['ACTIVATION', 'FILING', 'SIGN_IN'],
    });
  });

  it('may have begun before it is opened, and not after', async () => {
    const open = (since: string) => `open ${SMS} --since '${since}' ${BY}`;
    expect(await refusal(open('2023-05-30 14.00'))).toBe('It begins in the future.');
    expect(await refusal(open('noon'))).toContain('not a time');
    id = (await type(open('2023-05-24 09.00'))).slice(-12);
    expect(await row()).toMatchObject({ since: new Date('2023-05-24T09:00:00+07:00') });
  });

  it('says no more than people read: 600 letters, 100 in a title', async () => {
    const said = (letters: number) => `statement ${id} --id '${'x'.repeat(letters)}' --en 'Short.' ${BY}`;
    expect(await type(said(600))).toContain('Done');
    expect(await refusal(said(601))).toBe('--id has 601 letters; the status page takes 600.');
    const titled = `open --title-id Terlambat --title-en '${'x'.repeat(101)}' ${BY}`;
    expect(await refusal(titled)).toBe('--title-en has 101 letters; the status page takes 100.');
  });

  it('has an estimate that may be revised, and keeps what was said before (R53)', async () => {
    await type(`estimate ${id} '2023-05-24 20.00' ${BY}`);
    await type(`estimate ${id} '2023-05-24 22.00' ${BY}`);
    expect(await row()).toMatchObject({ estimate: new Date('2023-05-24T22:00:00+07:00') });
    await type(`estimate ${id} none ${BY}`);
    expect(await row()).toMatchObject({ estimate: null });
    const kept = await house.database.query(
      'SELECT estimate FROM incident_estimate WHERE incident_id::text LIKE $1 ORDER BY id',
      [`%${id}`],
    );
    expect(kept).toHaveLength(3);
    expect(await refusal(`estimate ${id} '2023-05-24 10.00' ${BY}`)).toContain('past');
  });

  it('has an estimate that is said to have passed once it has', async () => {
    const overdue = async () => {
      house.status.forget();
      return (await house.status.openAbout(['sms:xl'], 'en')).map((one) => one.overdue);
    };
    await type(`estimate ${id} '2023-05-24 20.00' ${BY}`);
    expect(await overdue()).toEqual([false]);
    expect(await type('list')).toContain('open, expected over Wed, 24/05/2023 20.00 WIB;');
    await house.database.query(`UPDATE incident SET estimate = app_now() - interval '1 minute'`);
    expect(await overdue()).toEqual([true]);
    expect(await type('list')).toMatch(/open, was expected over .+ and goes on;/);
    await type(`close ${id} ${BOTH} ${BY}`);
    expect(await type('list')).not.toContain('expected over');
  });

  it('takes statements in both languages, an apology among them (R70)', async () => {
    await type(`statement ${id} --id 'Kami meminta maaf.' --en 'We apologise.' --apology ${BY}`);
    expect(await refusal(`statement ${id} --id 'Hanya satu' ${BY}`)).toContain('--en is missing');
    house.status.forget();
    const [shown] = await house.status.incidents('en');
    expect(shown?.statements).toMatchObject([{ kind: 'APOLOGY', text: 'We apologise.' }]);
  });

  it('keeps a log of the case with the provider, from opened to resolved (R52)', async () => {
    const log = (step: string, note: string) => `case ${id} ${step} '${note}' --provider XL ${BY}`;
    expect(await refusal(log('answer', 'They look into it.'))).toContain("log 'opened' first");
    await type(log('opened', 'Ticket 4711.'));
    expect(await refusal(log('opened', 'Again.'))).toContain('open already');
    await type(log('contact', 'Called the duty desk.'));
    await type(log('resolved', 'Queue restarted.'));
    expect(await type('list')).toContain('XL, resolved: Queue restarted. (Siti Rahma)');
  });

  it('has one case with a provider, however its name is written, under its first spelling (R52)', async () => {
    const log = (step: string, note: string, provider: string) =>
      `case ${id} ${step} '${note}' --provider ${provider} ${BY}`;
    await type(log('opened', 'Ticket 4711.', 'Google'));
    expect(await refusal(log('opened', 'Again.', 'google'))).toBe('The case with Google is open already.');
    await type(log('resolved', 'They let us in.', 'GOOGLE'));
    await type(log('opened', 'Ticket 4712.', 'google'));
    const kept = await house.database.query(
      'SELECT DISTINCT provider FROM incident_case WHERE incident_id::text LIKE $1',
      [`%${id}`],
    );
    expect(kept).toEqual([{ provider: 'Google' }]);
  });

  it('is not closed while its lane is measured as disturbed, unless somebody says why (R53)', async () => {
    const at = await appNow(house.db.read);
    await house.db.inTransaction((tx) =>
      house.status.laneChanged(tx, {
        ...{
          lane: 'sms:xl',
          listed: true,
          name: 'XL',
          channel: 'SMS',
          from: 'GREEN',
          to: 'RED',
          reason: 'slow',
          at,
        },
      }),
    );
    expect(await refusal(`close ${id} ${BOTH} ${BY}`)).toContain('XL is still measured as disturbed');
    await type(`close ${id} ${BOTH} --although 'the probe is broken' ${BY}`);
    expect(await row()).toMatchObject({ until: expect.any(Date) });
    expect(await saidLast()).toEqual({ kind: 'STATEMENT' });
    // Whom it hit is found, and nobody hears that codes arrive as usual.
    const [job] = await house.database.query(
      'SELECT payload FROM graphile_worker._private_jobs ORDER BY id DESC LIMIT 1',
    );
    expect(job?.payload).toMatchObject({ silently: 'yes' });
    await house.advance(120);
    await house.db.inTransaction(house.status.sweep);
    expect(await row()).toMatchObject({ until: expect.any(Date) });
    expect(await refusal(`close ${id} ${BOTH} ${BY}`)).toContain('over already');
  });

  it('whose lane is in order is closed as any other, whatever reason somebody gives: whom it hit hears of it (R54)', async () => {
    await type(`close ${id} ${BOTH} --although 'to be sure' ${BY}`);
    expect(await row()).toMatchObject({ until: expect.any(Date), notice_owed: false });
    expect(await saidLast()).toEqual({ kind: 'RECOVERED' });
    const [job] = await house.database.query(
      'SELECT payload FROM graphile_worker._private_jobs ORDER BY id DESC LIMIT 1',
    );
    expect(job?.payload).not.toHaveProperty('silently');
  });

  it('remembers who did what', async () => {
    await type(`owner ${id} 'Tim SMS' ${BY}`);
    await type(`cause ${id} 'A full queue at the aggregator' ${BY}`);
    await type(`close ${id} ${BOTH} ${BY}`);
    const entries = await house.database.query(
      'SELECT actor, action FROM audit_entry WHERE subject LIKE $1 ORDER BY id',
      [`incident:%${id}`],
    );
    expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set(['operator:Siti Rahma']));
    expect(entries.map(({ action }) => action)).toEqual([
      'incident opened',
      'incident owner changed',
      'incident cause stated',
      'incident closed',
      'incident closed by hand',
    ]);
  });
});

describe('maintenance', () => {
  beforeEach(() => house.database.query('DELETE FROM maintenance'));
  const add = (from: string, to: string, more = '') =>
    `maintenance add --from '${from}' --to '${to}' ${SMS} ${more} ${BY}`;

  it('is announced 48 hours ahead, or urgently, which is recorded (R76)', async () => {
    expect(await refusal(add('2023-05-26 16.00', '2023-05-28 23.59'))).toContain('--urgent');
    await type(add('2023-05-26 18.00', '2023-05-28 23.59'));
    expect(await refusal(add('2023-05-28 20.00', '2023-05-29 01.00'))).toContain('overlaps');
    await type(add('2023-05-24 23.00', '2023-05-24 23.30', '--urgent'));
    expect(await type('list')).toContain('Fri, 26/05/2023 18.00 WIB to Sun, 28/05/2023 23.59 WIB');
    const [entry] = await house.database.query(
      `SELECT detail FROM audit_entry WHERE action = 'maintenance announced' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry?.detail).toMatchObject({ urgent: true });
  });

  it('is moved and taken back', async () => {
    const id = (await type(add('2023-05-26 18.00', '2023-05-28 23.59'))).slice(-12);
    await type(`maintenance move ${id} --from '2023-06-02 18.00' --to '2023-06-04 23.59' ${BY}`);
    expect(await type('list')).toContain('Fri, 02/06/2023 18.00 WIB');
    await type(`maintenance cancel ${id} ${BY}`);
    expect(await type('list')).toContain('No maintenance is planned.');
    expect(await refusal(`maintenance cancel ${id} ${BY}`)).toContain('There is no window');
  });
});

it.each([
  ['', 'Say what to do'],
  ['shut', "There is no command 'shut': list, open"],
  ['maintenance begin', "There is no command 'maintenance begin'"],
  ['open --by Siti', '--title-id is missing'],
  ['list --loud', "list: Unknown option '--loud'"],
  ['statement --id a --en b --by Siti', 'That is not all of it'],
  ['owner 0000 Tim --by Siti', "There is no incident whose id ends with '0000'"],
  [
    "maintenance add --from yesterday --to '2023-06-04 23.59' --title-id a --title-en b --by Siti",
    'not a time',
  ],
  ['open --title-id a --title-en b --service constructor --by Siti', "'constructor' is none of activation"],
  ["open --title-id a --title-en b --since '0000-01-01 00.00' --by Siti", 'not a time'],
  [
    'open --title-id a --title-en b --service letters --by Siti',
    "'letters' is none of activation, filing, sign-in",
  ],
])('`%s` is answered in one sentence', async (line, sentence) => {
  expect(await refusal(line)).toContain(sentence);
});
