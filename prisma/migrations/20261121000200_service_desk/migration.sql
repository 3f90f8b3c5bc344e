-- CreateTable
CREATE TABLE "agent_look" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agent_id" UUID NOT NULL,
    "taxpayer_id" UUID,
    "began_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "last_read_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),

    CONSTRAINT "agent_look_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent_attempt" (
    "key" BYTEA NOT NULL,
    "attempts" INTEGER NOT NULL,
    "window_end" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "agent_attempt_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "agent_look_agent_id_began_at_idx" ON "agent_look"("agent_id", "began_at");

-- AddForeignKey
ALTER TABLE "agent_look" ADD CONSTRAINT "agent_look_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Sign-in attempts of agents within `windowSeconds`, look-ups within an hour, how long one look may be re-read, and a shift.
INSERT INTO "policy" (key, valid_from, value) VALUES
  ('service-desk.limits', '2015-02-13 00:00+07', '{"attemptsPerLoginAndSource": 5, "attemptsPerLogin": 30, "attemptsPerSource": 60, "windowSeconds": 900, "sessionSeconds": 36000, "looksPerHour": 120, "lookSeconds": 900}');
