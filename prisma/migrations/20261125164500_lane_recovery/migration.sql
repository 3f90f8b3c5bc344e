-- What a lane has taken since its pace was last cut, and what it was given when its provider last refused though it took some: a
-- provider that wants fewer is fed just below that, one that wants nobody's is held.
ALTER TABLE "lane_pace" ADD COLUMN "since_cut" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "lane_pace" ADD COLUMN "refused_rate" DOUBLE PRECISION;

-- Within how many seconds what waits in a lane that opens is to be gone, and how long a rate that was refused is remembered.
UPDATE "policy" SET value = value || '{"drainSeconds": 60, "rememberSeconds": 600}' WHERE key = 'delivery.pace';
