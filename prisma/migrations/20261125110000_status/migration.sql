-- AlterTable
ALTER TABLE "maintenance" ADD COLUMN "reason_id" TEXT,
ADD COLUMN "reason_en" TEXT,
ADD COLUMN "urgent" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "cancelled_at" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "incident" ADD COLUMN "provider" TEXT,
ADD COLUMN "lanes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "services" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "owner" TEXT NOT NULL DEFAULT 'Tim Pengiriman Kode',
ADD COLUMN "estimate" TIMESTAMPTZ(6),
ADD COLUMN "cause" TEXT,
ADD COLUMN "maintenance_id" UUID;

-- CreateTable
CREATE TABLE "incident_statement" (
    "id" BIGSERIAL NOT NULL,
    "incident_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "kind" TEXT NOT NULL,
    "text_id" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "incident_statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_estimate" (
    "id" BIGSERIAL NOT NULL,
    "incident_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "estimate" TIMESTAMPTZ(6),
    "by" TEXT NOT NULL,

    CONSTRAINT "incident_estimate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_case" (
    "id" BIGSERIAL NOT NULL,
    "incident_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "provider" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "incident_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_hit" (
    "incident_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'id',
    "told_at" TIMESTAMPTZ(6),

    CONSTRAINT "incident_hit_pkey" PRIMARY KEY ("incident_id","subject")
);

-- CreateTable
CREATE TABLE "lane_seen" (
    "lane" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "health" TEXT NOT NULL,
    "since" TIMESTAMPTZ(6) NOT NULL,
    "well_since" TIMESTAMPTZ(6),
    "reason" TEXT NOT NULL,
    "numbers" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "lane_seen_pkey" PRIMARY KEY ("lane")
);

-- CreateIndex
CREATE INDEX "incident_statement_incident_id_at_idx" ON "incident_statement"("incident_id", "at");

-- CreateIndex
CREATE INDEX "incident_estimate_incident_id_at_idx" ON "incident_estimate"("incident_id", "at");

-- CreateIndex
CREATE INDEX "incident_case_incident_id_at_idx" ON "incident_case"("incident_id", "at");

-- CreateIndex
CREATE INDEX "lane_seen_channel_name_idx" ON "lane_seen"("channel", "name");

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_maintenance_id_fkey" FOREIGN KEY ("maintenance_id") REFERENCES "maintenance"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_statement" ADD CONSTRAINT "incident_statement_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_estimate" ADD CONSTRAINT "incident_estimate_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_case" ADD CONSTRAINT "incident_case_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_hit" ADD CONSTRAINT "incident_hit_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE "lane_seen" ADD CONSTRAINT "lane_seen_health" CHECK (health IN ('GREEN','AMBER','RED','CLOSED'));
ALTER TABLE "lane_seen" ADD CONSTRAINT "lane_seen_channel" CHECK (channel IN ('SMS','EMAIL'));
ALTER TABLE "incident_statement" ADD CONSTRAINT "incident_statement_kind" CHECK (kind IN ('AUTOMATIC','STATEMENT','APOLOGY','RECOVERED'));
ALTER TABLE "incident_case" ADD CONSTRAINT "incident_case_step" CHECK (step IN ('OPENED','CONTACT','ANSWER','RESOLVED'));
ALTER TABLE "maintenance" ADD CONSTRAINT "maintenance_lasts" CHECK ("to" > "from");
-- One open incident for each provider and channel, whoever of many workers sees it first.
CREATE UNIQUE INDEX "incident_one_open" ON "incident" (provider) WHERE until IS NULL AND provider IS NOT NULL;
-- Who is still to be told.
CREATE INDEX "incident_hit_untold" ON "incident_hit" (incident_id, subject) WHERE told_at IS NULL;
