import { accountClaim } from '#platform/caller';
import { claim, type Tx, together } from '#platform/database';
import { bytes } from '#platform/digest';

export type Activation = {
  id: string;
  taxpayerId: string;
  efinId: string;
  flowHash: Uint8Array;
  taxpayerName: string;
  efinValidUntil: Date;
  hasAccount: boolean;
  now: Date;
};

/** One activation per taxpayer: the right e-FIN in another browser takes it over, with what is confirmed already. */
export async function putActivation(
  tx: Tx,
  a: { id: string; taxpayerId: string; efinId: string; flowHash: Uint8Array },
): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO activation (id, taxpayer_id, efin_id, flow_hash) VALUES (${a.id}, ${a.taxpayerId}::uuid, ${a.efinId}::uuid, ${bytes(a.flowHash)})
    ON CONFLICT (taxpayer_id) DO UPDATE SET flow_hash = excluded.flow_hash, efin_id = excluded.efin_id RETURNING id`;
  if (!row) throw new Error('the upsert gave no row');
  return row.id;
}

/** An activation for the flow that began it; for others it does not exist. `lock` for changes. */
export async function findActivation(
  tx: Tx,
  id: string,
  flowHash: Uint8Array | null,
  lock: 'read' | 'lock' = 'read',
): Promise<Activation | undefined> {
  if (!flowHash) return undefined;
  const [, found] = await Promise.all([lock === 'lock' && lockActivation(tx, id), readActivation(tx, id)]);
  if (!found || Buffer.compare(found.flowHash, flowHash) !== 0) return undefined;
  if (lock === 'lock') claim(tx, accountClaim(found.taxpayerId));
  return found;
}

const lockActivation = together(async (tx, ids: string[]) => {
  await tx.$executeRaw`SELECT 1 FROM activation WHERE id = ANY (${ids}) ORDER BY id FOR UPDATE`;
  return [];
});

const readActivation = together(async (tx, ids: string[]) => {
  const found = await tx.$queryRaw<Activation[]>`
    SELECT a.id, a.taxpayer_id AS "taxpayerId", a.efin_id AS "efinId", a.flow_hash AS "flowHash", app_now() AS now,
      (SELECT name FROM taxpayer WHERE id = a.taxpayer_id) AS "taxpayerName", (SELECT valid_until FROM efin WHERE id = a.efin_id) AS "efinValidUntil",
      EXISTS (SELECT 1 FROM account WHERE taxpayer_id = a.taxpayer_id) AS "hasAccount"
    FROM activation a WHERE a.id = ANY (${ids})`;
  return ids.map((id) => found.find((one) => one.id === id));
});

export async function createAccount(
  tx: Tx,
  a: { taxpayerId: string; efinId: string; passwordHash: string; liabilityVersion: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO account (taxpayer_id, password_hash, liability_version, liability_accepted_at)
    VALUES (${a.taxpayerId}::uuid, ${a.passwordHash}, ${a.liabilityVersion}, app_now())`;
  await tx.$executeRaw`UPDATE efin SET activated_at = app_now() WHERE id = ${a.efinId}::uuid`;
}
