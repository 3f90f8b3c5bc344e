-- The channel that the person wished for, where a red or closed lane overruled the wish; and that lane.
ALTER TABLE "verification_token" ADD COLUMN "overruled" TEXT;
ALTER TABLE "verification_token" ADD COLUMN "overruled_lane" TEXT;
ALTER TABLE "verification_token" ADD CONSTRAINT "verification_token_overruled" CHECK (overruled IN ('SMS','EMAIL'));
