-- A route has a state of its own in each lane that it serves, for all workers: what rests, and what is closed, outlives each of them.
CREATE TABLE "route_health" (
    "lane" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'UNKNOWN',
    "reason" TEXT NOT NULL DEFAULT 'no-traffic',
    "since" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "bad_at" TIMESTAMPTZ(6),
    "good" INTEGER NOT NULL DEFAULT 0,
    "arrived" INTEGER NOT NULL DEFAULT 0,
    "rests_until" TIMESTAMPTZ(6),
    "probed_at" TIMESTAMPTZ(6),

    CONSTRAINT "route_health_pkey" PRIMARY KEY ("lane", "route")
);
ALTER TABLE "route_health" ADD CONSTRAINT "route_health_state" CHECK (state IN ('UNKNOWN','GREEN','AMBER','RED','CLOSED'));

-- The history names the route, and how it stood, where it said "rests" and "works".
ALTER TABLE "lane_decision" ADD COLUMN "route" TEXT;
UPDATE "lane_decision" SET route = was, was = CASE becomes WHEN 'rests' THEN 'works' ELSE 'rests' END WHERE kind = 'ROUTE';

-- Messages that failed for the first time, each once in its life; probes of routes that failed.
ALTER TABLE "lane_minute" ADD COLUMN "first_failed" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "lane_minute" ADD COLUMN "probed" INTEGER NOT NULL DEFAULT 0;

-- When its carrier last asked for a lower rate because of it, and that was news: whoever has it next knows that.
ALTER TABLE "message" ADD COLUMN "throttled_since" TIMESTAMPTZ(6);

-- Where few write: so many messages in a row that nobody took, the first of them so long ago, within so long.
UPDATE "policy" SET value = value || '{"quietFewest": 3, "quietSeconds": 120, "quietWindowSeconds": 3600}' WHERE key = 'delivery.health';
