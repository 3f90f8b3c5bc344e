-- Who bore witness against a lane lately: evidence against a provider or carrier counts once for each address, however often it is
-- written to, and once for a domain that is only a customer of the provider. `kind`: what is counted so.
CREATE TABLE "lane_voice" (
    "lane" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "voice" TEXT NOT NULL,
    "route" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),

    CONSTRAINT "lane_voice_pkey" PRIMARY KEY ("lane", "kind", "voice")
);
CREATE INDEX "lane_voice_at_idx" ON "lane_voice"("at");
ALTER TABLE "lane_voice" ADD CONSTRAINT "lane_voice_kind" CHECK (kind IN ('STOP', 'REFUSED', 'UNTAKEN'));

-- Addresses that were refused, each once in two minutes; messages that were accepted first and refused then.
ALTER TABLE "lane_minute" ADD COLUMN "turned_away" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "lane_minute" ADD COLUMN "returned" INTEGER NOT NULL DEFAULT 0;

-- What a refusal is about: this address, this message on its way, or everybody of the provider.
ALTER TABLE "message" ADD COLUMN "refusal" TEXT;
ALTER TABLE "message" ADD CONSTRAINT "message_refusal" CHECK (refusal IN ('ADDRESS', 'MESSAGE', 'PROVIDER'));
