-- How many messages have been drawn from a lane's pace since a moment at most 10 s ago, and how many a second in the 10 s before:
-- a carrier that throttles throttles what it was given, which may be far below what it would have been allowed.
ALTER TABLE "lane_pace" ADD COLUMN "drawn" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "lane_pace" ADD COLUMN "drawn_since" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now();
ALTER TABLE "lane_pace" ADD COLUMN "drawn_rate" DOUBLE PRECISION NOT NULL DEFAULT 0;

CREATE OR REPLACE FUNCTION claim_messages(of_lane text, room integer, worker text, places integer, begin_rate double precision)
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
  IF taken = 0 THEN RETURN; END IF;
  IF at - pace.drawn_since >= interval '10 seconds' THEN
    pace.drawn_rate := pace.drawn / extract(epoch FROM at - pace.drawn_since);
    pace.drawn := 0;
    pace.drawn_since := at;
  END IF;
  UPDATE lane_pace SET allowance = pace.allowance - taken, filled_at = at,
    drawn = pace.drawn + taken, drawn_since = pace.drawn_since, drawn_rate = pace.drawn_rate
  WHERE lane_pace.lane = of_lane;
END $$;
