import type { Tx } from '#platform/database';
import { bytes } from '#platform/digest';
import type { Purpose } from '../types.ts';

export const cancelOpen = (
  tx: Tx,
  subject: string,
  purpose: Purpose,
  cause: string,
  except: Uint8Array | null,
): Promise<{ id: string }[]> =>
  tx.$queryRaw<{ id: string }[]>`
    UPDATE verification_token SET state = 'CANCELLED', ended_at = app_now(), end_cause = ${cause}
    WHERE subject = ${subject} AND purpose = ${purpose} AND state = 'OPEN' AND (${except && bytes(except)}::bytea IS NULL OR binding <> ${except && bytes(except)})
    RETURNING id, pg_notify('content_changed', id)::text AS told`;

export const cancelOne = (
  tx: Tx,
  subject: string,
  purpose: Purpose,
  binding: Uint8Array,
  cause: string,
): Promise<{ id: string }[]> =>
  tx.$queryRaw<{ id: string }[]>`
    UPDATE verification_token SET state = 'CANCELLED', ended_at = app_now(), end_cause = ${cause}
    WHERE subject = ${subject} AND purpose = ${purpose} AND state = 'OPEN' AND binding = ${bytes(binding)}
    RETURNING id, pg_notify('content_changed', id)::text AS told`;

/** The person goes on in another browser: the subject's tokens answer the new flow from now on, and the old one no more. */
export const rebindFlow = (tx: Tx, subject: string, flowHash: Uint8Array): Promise<number> =>
  tx.$executeRaw`
    WITH rebound AS (UPDATE verification_token SET flow_hash = ${bytes(flowHash)} WHERE subject = ${subject} RETURNING id)
    SELECT pg_notify('content_changed', id) FROM rebound`;
