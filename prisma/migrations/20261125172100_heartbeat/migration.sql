-- Who of ours was last seen at which work, by the real clock: whether codes go out at all, and how old the judgement of lanes is,
-- must be known to those who do neither.
-- CreateTable
CREATE TABLE "heartbeat" (
    "task" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "since" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("task", "who")
);

-- What Prisma's schema language cannot say.
ALTER TABLE "heartbeat" ADD CONSTRAINT "heartbeat_task" CHECK (task IN ('SEND', 'JUDGE'));
