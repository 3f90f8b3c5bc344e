import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '#platform/digest';
import { type House, openHouse } from '#testing/house';
import { caller, codeFor } from '#testing/tokens';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.work();
});
afterAll(() => house.close());

let count = 0;
let phone: string;
let email: string;
let id: string;
beforeEach(async () => {
  count += 1;
  phone = `+6281234${510_000 + count}`;
  email = `kode${count}@gmail.com`;
  ({ id } = await house.taxpayer({ passwordHash: 'unused', phone, email }));
});
const me = () => caller({ taxpayerId: id });
const other = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0');
const verify = (tokenId: string, code: string) => house.tokens.verify(me(), { tokenId, code });

describe('a code', () => {
  it('stands neither in the database nor in the audit or a job, before and after it is used', async () => {
    const token = await codeFor(house, id, { to: phone });
    const code = await house.codeTo(phone);
    await verify(token.id, other(code));
    const looks = [await everythingStored()];
    await verify(token.id, code);
    looks.push(await everythingStored());
    const digests = [sha256(code), Buffer.from(code), sha256(token.id, code)];
    const shapes = [
      ...[code, code.split('').join(' ')],
      ...digests.map((digest) => Buffer.from(digest).toString('hex')),
    ];
    for (const rows of looks)
      for (const { table, row } of rows)
        for (const shape of shapes)
          expect(withoutIds(row).includes(shape), `${table} holds the code: ${row}`).toBe(false);
  });

  it('stands in no line of the log, nor does an address, whatever goes wrong on its way', async () => {
    const lines: string[] = [];
    Object.assign(house.log, { [pino.symbols.streamSym]: { write: (line: string) => lines.push(line) } });
    house.log.level = 'trace';
    try {
      await house.database.query(
        `INSERT INTO policy SELECT key, app_now(), value || '{"perNetworkHour": 0}' FROM policy WHERE key = 'sms.budgets'`,
      );
      house.policies.forget();
      house.carriers.sms.answer = ({ text, to }) => Promise.reject(new Error(`${text} to ${to}`));
      const token = await codeFor(house, id, { to: phone });
      const code = await house.codeTo(phone);
      await verify(token.id, code);
      await house.until(() => lines.length >= 2);
      expect(lines.join('')).toContain('above a budget');
      expect(lines.join('')).toContain('a hand-over failed');
      for (const secret of [code, phone.slice(3), id]) expect(lines.join('')).not.toContain(secret);
    } finally {
      house.log.level = 'silent';
      house.carriers.sms.answer = () => undefined;
      await house.database.query(
        `DELETE FROM policy WHERE key = 'sms.budgets' AND valid_from > '2020-01-01'`,
      );
      house.policies.forget();
    }
  });

  it('is made with the key the token names, so that a rotated key ends no token', async () => {
    const token = await codeFor(house, id, { to: phone });
    const { key: before } = house.keys.token;
    const key = (keyId: string) => (keyId === 'k2' ? Buffer.alloc(32, 2) : before(keyId));
    Object.assign(house.keys.token, { currentId: 'k2', key });
    const rotated = await codeFor(house, id, { to: email, binding: 'after' });
    expect(rotated.keyId).toBe('k2');
    expect(await verify(token.id, await house.codeTo(phone))).toMatchObject({ verdict: 'verified' });
    expect(await verify(rotated.id, await house.codeTo(email))).toMatchObject({ verdict: 'verified' });
  });
});

describe('the audit', () => {
  const CHANGES = [`UPDATE audit_entry SET actor = 'x'`, 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'];

  it.each(CHANGES)(
    'refuses to be changed, to the application and to the owner of the tables: %s',
    async (statement) => {
      await expect(house.db.read.$executeRawUnsafe(statement)).rejects.toThrow();
      await expect(house.database.query(statement)).rejects.toThrow(/append-only/);
    },
  );

  it('cannot even be read by the application', async () => {
    await expect(house.db.read.$queryRawUnsafe('SELECT 1 FROM audit_entry')).rejects.toThrow(
      /permission denied|42501/,
    );
  });

  it('lets the application change neither the clock nor the policy', async () => {
    await expect(house.db.read.$executeRawUnsafe('DELETE FROM app_clock')).rejects.toThrow(
      /permission denied|42501/,
    );
    await expect(house.db.read.$executeRawUnsafe(`UPDATE policy SET value = '{}'`)).rejects.toThrow(
      /permission denied|42501/,
    );
  });
});

/** Every row of every table, the job library's included. */
async function everythingStored(): Promise<{ table: string; row: string }[]> {
  const tables = await house.database.query(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE'`,
  );
  const found: { table: string; row: string }[] = [];
  for (const { name } of tables)
    for (const { row } of await house.database.query(`SELECT t::text AS row FROM ${name} t`))
      found.push({ table: String(name), row: String(row) });
  return found;
}

/** Digests, ciphertexts, ids and times are random or long figures: six digits turn up in them by chance. */
const withoutIds = (row: string): string =>
  row
    .replace(/\\\\?x[0-9a-f]{16,}/g, '')
    .replace(/\.\d{1,6}([+-]\d\d)?/g, '')
    .replace(/[\w-]{20,}/g, '');
