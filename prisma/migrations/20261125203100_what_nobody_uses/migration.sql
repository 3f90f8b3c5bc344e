-- Its messages say it since "sms_counted"; no code that still runs writes it.
ALTER TABLE "verification_token" DROP COLUMN "prefix";
-- Workers call the one that is told how long a lease is ("short_leases").
DROP FUNCTION claim_messages(text, integer, text, integer, double precision);
