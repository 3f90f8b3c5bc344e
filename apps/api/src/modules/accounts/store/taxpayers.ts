import type { Tx } from '#platform/database';
import { bytes } from '#platform/digest';
import type { Secrets } from '#platform/secrets';
import type { EfinFacts } from '../rules/judge-efin.ts';

export type Taxpayer = {
  id: string;
  kind: 'individual' | 'company';
  name: string;
  maskedIdentifier: string;
  taxOfficeCode: string;
};
export type Found = Taxpayer & {
  now: Date;
  efins: (EfinFacts & { id: string })[];
  passwordHash: string | null;
  secondFactor: 'SMS' | 'EMAIL' | null;
};

type Row = Omit<Found, 'efins'> & {
  efins: { id: string; hash: string; validUntil: string; activated: boolean }[];
};

/** A person by the blind index of NPWP or NIK, with e-FINs and account: one query, whether or not there is one. */
export async function findByIdentifier(tx: Tx, index: Uint8Array): Promise<Found | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT t.id, t.kind, t.name, t.masked_identifier AS "maskedIdentifier", t.tax_office_code AS "taxOfficeCode", app_now() AS now,
      a.password_hash AS "passwordHash", a.second_factor AS "secondFactor",
      coalesce((SELECT json_agg(json_build_object('id', e.id, 'hash', encode(e.hash, 'hex'), 'validUntil', e.valid_until,
        'activated', e.activated_at IS NOT NULL) ORDER BY e.issued_at) FROM efin e WHERE e.taxpayer_id = t.id), '[]') AS efins
    FROM taxpayer t LEFT JOIN account a ON a.taxpayer_id = t.id
    WHERE t.npwp_index = ${bytes(index)} OR t.nik_index = ${bytes(index)}`;
  if (!row) return undefined;
  const efins = row.efins.map((efin) => ({
    ...efin,
    hash: Buffer.from(efin.hash, 'hex'),
    validUntil: new Date(efin.validUntil),
  }));
  return { ...row, efins };
}

export async function findTaxpayer(tx: Tx, id: string): Promise<Taxpayer | undefined> {
  const [row] = await tx.$queryRaw<Taxpayer[]>`
    SELECT id, kind, name, masked_identifier AS "maskedIdentifier", tax_office_code AS "taxOfficeCode" FROM taxpayer WHERE id = ${id}::uuid`;
  return row;
}

export type Standing = { activatedAt: Date | null; efinValidUntil: Date | null };

/** Since when a taxpayer has an account, or until when the newest unused e-FIN opens one. */
export async function standingOf(tx: Tx, id: string): Promise<Standing> {
  const [row] = await tx.$queryRaw<Standing[]>`
    SELECT (SELECT activated_at FROM account WHERE taxpayer_id = ${id}::uuid) AS "activatedAt",
      (SELECT max(valid_until) FROM efin WHERE taxpayer_id = ${id}::uuid AND activated_at IS NULL) AS "efinValidUntil"`;
  if (!row) throw new Error('a select without FROM gave no row');
  return row;
}

export const IDENTIFIER_PLACE = 'taxpayer.identifier';

export type Identity = Pick<Taxpayer, 'kind' | 'name'> & { identifier: string };

export async function identityOf(tx: Tx, secrets: Secrets, id: string): Promise<Identity> {
  const [row] = await tx.$queryRaw<(Pick<Taxpayer, 'kind' | 'name'> & { identifier: Uint8Array })[]>`
    SELECT kind, name, identifier FROM taxpayer WHERE id = ${id}::uuid`;
  if (!row) throw new Error('a return has no taxpayer');
  return { ...row, identifier: secrets.open(IDENTIFIER_PLACE, row.identifier) };
}
