-- When a code that went another way was last sent to a red or closed lane as well. A row of its own: whoever asks for a code is not to
-- wait for the judge of all lanes, nor to lose the turn to it.
CREATE TABLE "lane_probe" (
    "lane" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),

    CONSTRAINT "lane_probe_pkey" PRIMARY KEY ("lane")
);
ALTER TABLE "lane_health" DROP COLUMN "probed_at";
