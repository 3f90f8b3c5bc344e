-- Until when a message may go without progress before it counts as stuck; null where nothing more is awaited of it. When it
-- was found stuck; the routes that another message of the same content has been given to; what the carrier charges for it.
ALTER TABLE "message" ADD COLUMN "patience_until" TIMESTAMPTZ(6);
ALTER TABLE "message" ADD COLUMN "stuck_at" TIMESTAMPTZ(6);
ALTER TABLE "message" ADD COLUMN "avoid" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "message" ADD COLUMN "cost" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "mail_domain" (
    "domain" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "looked_up_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),

    CONSTRAINT "mail_domain_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "lane_pace" (
    "lane" TEXT NOT NULL,
    "rate" DOUBLE PRECISION NOT NULL,
    "allowance" DOUBLE PRECISION NOT NULL,
    "filled_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "threshold" DOUBLE PRECISION NOT NULL,
    "held_until" TIMESTAMPTZ(6),
    "stops" INTEGER NOT NULL DEFAULT 0,
    "stopped_at" TIMESTAMPTZ(6),
    "cut_at" TIMESTAMPTZ(6),
    "raised_at" TIMESTAMPTZ(6),
    "good" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "lane_pace_pkey" PRIMARY KEY ("lane")
);

-- CreateTable
CREATE TABLE "lane_minute" (
    "lane" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(6) NOT NULL,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "deferred" INTEGER NOT NULL DEFAULT 0,
    "slow_downs" INTEGER NOT NULL DEFAULT 0,
    "stops" INTEGER NOT NULL DEFAULT 0,
    "unknown" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "dropped" INTEGER NOT NULL DEFAULT 0,
    "delivered" INTEGER NOT NULL DEFAULT 0,
    "verified" INTEGER NOT NULL DEFAULT 0,
    "missing" INTEGER NOT NULL DEFAULT 0,
    "on_time" INTEGER NOT NULL DEFAULT 0,
    "late" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "lane_minute_pkey" PRIMARY KEY ("lane","route","minute")
);

-- CreateTable
CREATE TABLE "lane_arrival" (
    "lane" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(6) NOT NULL,
    "measure" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "messages" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "lane_arrival_pkey" PRIMARY KEY ("lane","minute","measure","seconds")
);

-- CreateTable
CREATE TABLE "lane_health" (
    "lane" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'UNKNOWN',
    "reason" TEXT NOT NULL DEFAULT 'no-traffic',
    "since" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "bad_at" TIMESTAMPTZ(6),
    "judged_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "samples" INTEGER NOT NULL DEFAULT 0,
    "p50" DOUBLE PRECISION,
    "p95" DOUBLE PRECISION,
    "progress_p95" DOUBLE PRECISION,

    CONSTRAINT "lane_health_pkey" PRIMARY KEY ("lane")
);

-- CreateTable
CREATE TABLE "lane_decision" (
    "id" BIGSERIAL NOT NULL,
    "lane" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "kind" TEXT NOT NULL,
    "was" TEXT NOT NULL,
    "becomes" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "lane_decision_pkey" PRIMARY KEY ("id")
);

-- DropIndex
DROP INDEX "message_lane_delivered_at_idx";

-- CreateIndex
CREATE INDEX "lane_minute_minute_idx" ON "lane_minute"("minute");

-- CreateIndex
CREATE INDEX "lane_arrival_minute_idx" ON "lane_arrival"("minute");

-- CreateIndex
CREATE INDEX "lane_decision_lane_at_idx" ON "lane_decision"("lane", "at");

-- What Prisma's schema language cannot say.
ALTER TABLE "lane_health" ADD CONSTRAINT "lane_health_state" CHECK (state IN ('UNKNOWN','GREEN','AMBER','RED','CLOSED'));
ALTER TABLE "lane_decision" ADD CONSTRAINT "lane_decision_kind" CHECK (kind IN ('HEALTH','PACE','ROUTE'));
ALTER TABLE "lane_arrival" ADD CONSTRAINT "lane_arrival_measure" CHECK (measure IN ('PROGRESS','ARRIVAL'));
REVOKE UPDATE, DELETE, TRUNCATE ON "lane_decision" FROM sampai_app;

CREATE INDEX "message_awaited" ON "message" (patience_until) WHERE patience_until IS NOT NULL;
CREATE INDEX "message_in_hand" ON "message" (lane, leased_until) WHERE state = 'QUEUED' AND leased_until IS NOT NULL;

-- Leases up to `room` due messages of a lane for 30 s, newest first within a priority: no more than the lane's pace allows, nor
-- than `places` in hand of all workers together. The lane's row is the budget: locked while it is drawn from, it holds
-- across processes and survives each of them. Leases run by the machine's clock (they bound a worker's silence), the pace by
-- app_now(). A lane seen for the first time begins at `rate` messages a second.
CREATE FUNCTION claim_messages(of_lane text, room integer, worker text, places integer, begin_rate double precision)
RETURNS SETOF message LANGUAGE plpgsql AS $$
DECLARE
  pace lane_pace;
  at timestamptz := app_now();
  allowed integer;
  taken integer := 0;
BEGIN
  SELECT * INTO pace FROM lane_pace WHERE lane_pace.lane = of_lane FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO lane_pace (lane, rate, allowance, threshold) VALUES (of_lane, begin_rate, begin_rate, begin_rate) ON CONFLICT DO NOTHING;
    SELECT * INTO pace FROM lane_pace WHERE lane_pace.lane = of_lane FOR UPDATE;
  END IF;
  pace.allowance := least(greatest(pace.rate, 1), pace.allowance + pace.rate * greatest(0, extract(epoch FROM at - pace.filled_at)));
  SELECT places - count(*) INTO allowed FROM message m
    WHERE m.lane = of_lane AND m.state = 'QUEUED' AND m.leased_until > clock_timestamp();
  allowed := least(room, allowed, floor(pace.allowance)::integer);
  IF allowed <= 0 THEN RETURN; END IF;
  RETURN QUERY
    WITH due AS (
      SELECT m.id FROM message m
      WHERE m.state = 'QUEUED' AND m.lane = of_lane AND m.not_before <= at
        AND (m.leased_until IS NULL OR m.leased_until < clock_timestamp())
      ORDER BY m.priority, m.queued_at DESC LIMIT allowed FOR UPDATE SKIP LOCKED)
    UPDATE message m
    SET leased_until = clock_timestamp() + interval '30 seconds', leased_by = worker, attempts = m.attempts + 1
    FROM due WHERE m.id = due.id
    RETURNING m.*;
  GET DIAGNOSTICS taken = ROW_COUNT;
  IF taken > 0 THEN
    UPDATE lane_pace SET allowance = pace.allowance - taken, filled_at = at WHERE lane_pace.lane = of_lane;
  END IF;
END $$;

-- The upper ends, in seconds, of the steps that arrival times are counted in.
CREATE FUNCTION arrival_step(seconds double precision) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce((SELECT min(step) FROM unnest(ARRAY[1,2,3,4,5,6,8,10,12,15,20,25,30,40,50,60,80,100,120,180,240,300,450,600,900,1200,1800,2700,3600,5400,7200,14400,43200]) step
    WHERE step >= seconds), 86400)
$$;

-- How long a message of a lane may go without progress: max(15 s, 1.5 x p95), at most 60 s; p95 is 20 s for SMS and 30 s for mail
-- while fewer than 20 are known.
CREATE FUNCTION lane_patience(of_lane text, of_channel text) RETURNS interval LANGUAGE sql STABLE AS $$
  SELECT make_interval(secs => least(60, greatest(15, 1.5 * coalesce(
    (SELECT progress_p95 FROM lane_health WHERE lane = of_lane), CASE of_channel WHEN 'SMS' THEN 20 ELSE 30 END))))
$$;

-- A message goes into the lane of its domain's mail exchangers where these are known, and its patience begins.
CREATE FUNCTION message_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.channel = 'EMAIL' THEN
    NEW.lane := coalesce((SELECT lane FROM mail_domain WHERE 'mail:' || domain = NEW.lane), NEW.lane);
  END IF;
  IF NEW.kind = 'CODE' THEN
    NEW.patience_until := app_now() + lane_patience(NEW.lane, NEW.channel);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "message_begins" BEFORE INSERT ON "message" FOR EACH ROW EXECUTE FUNCTION message_begins();

-- Policy (R31). Messages a second by app_now(): a lane's ceiling, the trickle of a lane that is held (10 a minute), how long it is
-- held, and how many messages all workers together may have in hand. Google lets 5 connections and 50 mails over one.
INSERT INTO "policy" (key, valid_from, value) VALUES
  ('delivery.pace', '2015-02-13 00:00+07', '{"ceiling": {"*": 250, "mail:gmail": 200, "mail:yahoo": 100, "mail:outlook": 100}, "places": {"*": 20, "mail:gmail": 5, "mail:outlook": 5}, "trickle": 0.1667, "holdSeconds": 1800, "stopsToHold": 2, "stopsWithinSeconds": 3600, "probes": 3}'),
  ('delivery.health', '2015-02-13 00:00+07', '{"lateShare": 0.15, "redShare": 0.5, "windowSeconds": 300, "slowestWindowSeconds": 900, "fewest": 5, "redSeconds": 300, "amberSeconds": 900}'),
  ('sms.costs', '2015-02-13 00:00+07', '{"*": 350, "sms:tri": 380, "sms:smartfren": 380}');
