-- A claim need not reach the disk before the message is sent: what a crash of the database forgets of it is claimed again, as after
-- a worker's death, and the outcome that is written next brings it to the disk with it.
CREATE OR REPLACE FUNCTION claim_messages(of_lane text, room integer, worker text, places integer, begin_rate double precision)
RETURNS SETOF message LANGUAGE plpgsql AS $$
DECLARE
  pace lane_pace;
  at timestamptz := app_now();
  allowed integer;
  taken integer := 0;
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);
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

-- A place is a message in hand, from the claim to the written outcome; how many connections carry them is the route's to say.
UPDATE "policy" SET value = jsonb_set(value, '{places}', '{"*": 20}') WHERE key = 'delivery.pace';
