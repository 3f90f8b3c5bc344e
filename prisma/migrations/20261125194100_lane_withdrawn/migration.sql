-- Numbers of a carrier that was never let in, and of one that was live and has been taken back, are told which of both it is (R37).
-- AlterTable
ALTER TABLE "lane" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(6);

-- What was taken back before this is known by its approvals.
UPDATE lane l SET withdrawn_at = a.at
FROM (SELECT unnest(lanes) AS lane, max(withdrawn_at) AS at FROM carrier_approval WHERE withdrawn_at IS NOT NULL GROUP BY 1) a
WHERE NOT l.live AND (a.lane = l.id OR a.lane = split_part(l.id, ':', 1) || ':*');
ALTER TABLE "lane" ADD CONSTRAINT "lane_withdrawn" CHECK (withdrawn_at IS NULL OR NOT live);
