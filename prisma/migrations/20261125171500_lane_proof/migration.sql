-- Lanes that are red or closed get better by proof, and not by silence. Distinct messages that failed, beside the attempts; when a
-- message was last counted among them; what was accepted, and what came on time, in a row since a lane was called red or closed.
ALTER TABLE "lane_minute" ADD COLUMN "failing" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "message" ADD COLUMN "failing_since" TIMESTAMPTZ(6);
ALTER TABLE "lane_health" ADD COLUMN "good" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "lane_health" ADD COLUMN "arrived" INTEGER NOT NULL DEFAULT 0;
-- When a code that went another way was last sent there as well.
ALTER TABLE "lane_health" ADD COLUMN "probed_at" TIMESTAMPTZ(6);
ALTER TABLE "message" DROP CONSTRAINT "message_cause";
ALTER TABLE "message" ADD CONSTRAINT "message_cause" CHECK (cause IN ('ASKED','ASKED_AGAIN','FAILOVER','PROBE'));

-- Nobody knows how a lane does that nobody uses: it is not called well.
ALTER TABLE "lane_seen" DROP CONSTRAINT "lane_seen_health";
ALTER TABLE "lane_seen" ADD CONSTRAINT "lane_seen_health" CHECK (health IN ('UNKNOWN','GREEN','AMBER','RED','CLOSED'));
-- Since when nothing was tried in the lanes of an open incident, as it was last said publicly.
ALTER TABLE "incident" ADD COLUMN "quiet_since" TIMESTAMPTZ(6);

UPDATE "policy" SET value = value || '{"probeSeconds": 30}' WHERE key = 'delivery.health';
