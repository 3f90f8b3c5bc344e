-- app_now() is asked several times in nearly every statement. Reading the clock's row each time, it could not be inlined, and one
-- call cost as much as writing a small row. Now the clock is the function's own text: where no row stands it is the database's
-- clock, and whoever writes the row (tests and replays; only the owner may) rewrites the function with it. PostgreSQL plans
-- statements anew when a function that was inlined into them is replaced.
CREATE OR REPLACE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT statement_timestamp() $$;

CREATE FUNCTION app_clock_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  clock text := 'statement_timestamp()';
  row app_clock;
BEGIN
  SELECT * INTO row FROM app_clock;
  IF FOUND THEN
    clock := format('%L::timestamptz + (statement_timestamp() - %L::timestamptz) * %L::float8', row.virtual_base, row.real_base, row.rate);
  END IF;
  EXECUTE format('CREATE OR REPLACE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE AS %L', 'SELECT ' || clock);
  RETURN NULL;
END $$;
CREATE TRIGGER "app_clock_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "app_clock"
  FOR EACH STATEMENT EXECUTE FUNCTION app_clock_changed();

-- A clock that stands already.
UPDATE app_clock SET rate = rate;

-- The domain's roll-up is looked up by its key, where it was compared with every domain's lane.
CREATE OR REPLACE FUNCTION message_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.channel = 'EMAIL' THEN
    NEW.lane := coalesce((SELECT lane FROM mail_domain WHERE domain = substr(NEW.lane, 6)), NEW.lane);
  END IF;
  IF NEW.kind = 'CODE' THEN
    NEW.patience_until := app_now() + lane_patience(NEW.lane, NEW.channel);
  END IF;
  RETURN NEW;
END $$;

-- That a message was queued, and when, its own row says.
DELETE FROM message_event WHERE kind = 'QUEUED';
