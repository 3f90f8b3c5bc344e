import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subjectOf } from '#platform/caller';
import { sha256 } from '#platform/digest';
import { type House, openHouse } from '#testing/house';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.work();
});
afterAll(() => house.close());

const flow = sha256('a flow');
let phones = 0;
const freshPhone = () => `+6281234${String(500_000 + phones++)}`;

async function issue(
  purpose: 'SUBMIT_RETURN' | 'CONFIRM_CHANNEL' | 'SIGN_IN' = 'SUBMIT_RETURN',
  phone = freshPhone(),
) {
  const { id } = await house.taxpayer();
  const destination = house.delivery.destination('SMS', phone, 'masked');
  const request = {
    purpose,
    subject: subjectOf(id),
    account: id,
    binding: sha256('content', id),
    destination,
    flowHash: flow,
    network: 'n',
    locale: 'id' as const,
    acceptPrice: null,
  };
  const issued = await house.db.inTransaction((tx) => house.tokens.issue(tx, request));
  if (!issued.ok) throw new Error(issued.code);
  return { request, token: issued.token, viewer: { subject: request.subject, flowHash: null } };
}
const messageOf = (tokenId: string) =>
  house.until(async () => {
    const [row] = await house.database.query('SELECT id FROM message WHERE content_ref = $1', [tokenId]);
    return house.carriers.sms.sent.find(({ id }) => id === row?.id);
  });
const codeOf = async (tokenId: string) => /(\d{6})/.exec((await messageOf(tokenId)).text)?.[1] ?? '';

describe('a token', () => {
  it('is sent with its code, and the code stands nowhere in the database', async () => {
    const { token } = await issue();
    const code = await codeOf(token.id);
    expect(code).toMatch(/^\d{6}$/);
    const tables = await house.database.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    for (const { table_name: table } of tables) {
      const rows = await house.database.query(`SELECT t::text AS row FROM "${table}" t`);
      for (const { row } of rows) expect(String(row).includes(code), `${table} holds the code`).toBe(false);
    }
  });

  it('answers with the same code when it is asked for again (R73)', async () => {
    const { request, token } = await issue();
    const again = await house.db.inTransaction((tx) => house.tokens.issue(tx, request));
    expect(again).toMatchObject({ ok: true, token: { id: token.id } });
  });
});
