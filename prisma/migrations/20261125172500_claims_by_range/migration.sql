-- What is in hand is counted by a range of the index: a condition without one walks over whatever was leased since the last vacuum.
-- Where nothing may be taken over, what has run out lately holds its place.
CREATE OR REPLACE FUNCTION claim_messages(of_lane text, room integer, worker text, places integer, begin_rate double precision,
  lease_seconds double precision, take_over_until timestamptz)
RETURNS SETOF message LANGUAGE plpgsql AS $$
DECLARE
  pace lane_pace;
  at timestamptz := app_now();
  real timestamptz := clock_timestamp();
  take_over boolean;
  allowed integer;
  taken integer := 0;
BEGIN
  take_over := coalesce(real <= take_over_until, false);
  PERFORM set_config('synchronous_commit', 'off', true);
  SELECT * INTO pace FROM lane_pace WHERE lane_pace.lane = of_lane FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO lane_pace (lane, rate, allowance, threshold) VALUES (of_lane, begin_rate, begin_rate, begin_rate) ON CONFLICT DO NOTHING;
    SELECT * INTO pace FROM lane_pace WHERE lane_pace.lane = of_lane FOR UPDATE;
  END IF;
  pace.allowance := least(greatest(pace.rate, 1), pace.allowance + pace.rate * greatest(0, extract(epoch FROM at - pace.filled_at)));
  SELECT places - count(*) INTO allowed FROM message m
    WHERE m.lane = of_lane AND m.state = 'QUEUED'
      AND m.leased_until BETWEEN CASE WHEN take_over THEN real ELSE real - interval '2 minutes' END AND real + interval '30 seconds';
  allowed := least(room, allowed, floor(pace.allowance)::integer);
  IF allowed <= 0 THEN RETURN; END IF;
  RETURN QUERY
    WITH due AS (
      SELECT m.id FROM message m
      WHERE m.state = 'QUEUED' AND m.lane = of_lane AND m.not_before <= at
        AND (m.leased_until IS NULL OR (take_over AND m.leased_until NOT BETWEEN real AND real + interval '30 seconds'))
      ORDER BY m.priority, m.queued_at DESC LIMIT allowed FOR UPDATE SKIP LOCKED)
    UPDATE message m
    SET leased_until = real + make_interval(secs => lease_seconds), leased_by = worker, attempts = m.attempts + 1
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
