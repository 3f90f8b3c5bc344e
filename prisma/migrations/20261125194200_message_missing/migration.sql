-- "Not arrived yet" is one person's word about one message, and the last one counts: it stands at the message, where saying it twice
-- changes nothing and saying the opposite takes it back. A counter (lane_minute.missing, not written any more) could do neither.
-- AlterTable
ALTER TABLE "message" ADD COLUMN     "missing_at" TIMESTAMPTZ(6);

-- What Prisma's schema language cannot say. Lanes are judged every second; hardly any message is in this.
CREATE INDEX "message_missing" ON "message" (missing_at) WHERE missing_at IS NOT NULL;
