ALTER TABLE "verification_token" ADD COLUMN "overruled_by" TEXT;
