import { sha256 } from '@sampai/api/platform/digest';
import { randomId } from '@sampai/api/platform/random';
import type pg from 'pg';

/** Somebody in the middle of an activation, with a mailbox nobody has used before. */
export type Person = {
  taxpayerId: string;
  activationId: string;
  flow: string;
  flowHash: Uint8Array;
  email: string;
};

/** Writes people, their e-FINs and the activations they have begun, in one statement. */
export async function settle(owner: Pick<pg.Client, 'query'>, count: number): Promise<Person[]> {
  const made = Array.from({ length: count }, () => {
    const [flow, activationId] = [randomId(32), randomId(16)];
    return { activationId, flow, flowHash: sha256(flow), email: `${randomId(9).toLowerCase()}@gmail.com` };
  });
  const { rows } = await owner.query<{ id: string; taxpayer_id: string }>(
    `WITH given AS (
       SELECT id, flow_hash, uuidv7() AS taxpayer_id, uuidv7() AS efin_id FROM unnest($1::text[], $2::bytea[]) AS g (id, flow_hash)),
     people AS (
       INSERT INTO taxpayer (id, kind, name, identifier, masked_identifier, npwp_index, tax_office_code)
       SELECT taxpayer_id, 'individual', 'Budi Santoso', '', '••', sha256(id::bytea), '012' FROM given),
     efins AS (
       INSERT INTO efin (id, taxpayer_id, hash, issued_at, valid_until)
       SELECT efin_id, taxpayer_id, flow_hash, app_now(), app_now() + interval '30 days' FROM given)
     INSERT INTO activation (id, taxpayer_id, efin_id, flow_hash)
     SELECT id, taxpayer_id, efin_id, flow_hash FROM given RETURNING id, taxpayer_id`,
    [made.map(({ activationId }) => activationId), made.map(({ flowHash }) => Buffer.from(flowHash))],
  );
  const taxpayers = new Map(rows.map((row) => [row.id, row.taxpayer_id]));
  return made.map((one) => ({ ...one, taxpayerId: taxpayers.get(one.activationId) ?? '' }));
}
