-- What a route was let in without having shown, by criterion, with the reason that was given.
ALTER TABLE "carrier_approval" ADD COLUMN "waivers" JSONB NOT NULL DEFAULT '{}';
