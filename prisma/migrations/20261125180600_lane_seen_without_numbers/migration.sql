-- Written as {} and read by nobody; no release writes it.
ALTER TABLE "lane_seen" DROP COLUMN "numbers";
