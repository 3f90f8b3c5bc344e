import type { Tx } from '#platform/database';

export type Window = { id: string; titleEn: string; from: Date; to: Date; urgent: boolean };

/** Who plans windows goes one after the other: two that overlap are seen by one of them. */
export const lockWindows = (tx: Tx): Promise<number> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('status.windows', 0))`;

/** Windows that are not over. */
export const comingWindows = (tx: Tx): Promise<Window[]> =>
  tx.$queryRaw<Window[]>`
    SELECT id, title_en AS "titleEn", "from", "to", urgent FROM maintenance
    WHERE cancelled_at IS NULL AND "to" > app_now() ORDER BY "from"`;

export type NewWindow = {
  title: { id: string; en: string };
  reason: { id: string; en: string } | null;
  from: Date;
  to: Date;
  urgent: boolean;
};

export async function insertWindow(tx: Tx, w: NewWindow): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO maintenance (title_id, title_en, reason_id, reason_en, "from", "to", urgent)
    VALUES (${w.title.id}, ${w.title.en}, ${w.reason?.id ?? null}, ${w.reason?.en ?? null}, ${w.from}, ${w.to}, ${w.urgent})
    RETURNING id`;
  if (!row) throw new Error('the insert gave no row');
  return row.id;
}

export const putWindow = (
  tx: Tx,
  id: string,
  w: { from: Date; to: Date; urgent: boolean },
): Promise<number> =>
  tx.$executeRaw`
    UPDATE maintenance SET "from" = ${w.from}, "to" = ${w.to}, urgent = urgent OR ${w.urgent} WHERE id = ${id}::uuid`;

export const cancelWindow = (tx: Tx, id: string): Promise<number> =>
  tx.$executeRaw`UPDATE maintenance SET cancelled_at = app_now() WHERE id = ${id}::uuid`;
