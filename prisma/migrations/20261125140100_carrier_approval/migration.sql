-- What a carrier's conformance run found, and who let the route in by it (R35, R37).
-- CreateTable
CREATE TABLE "carrier_report" (
    "digest" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "passing" BOOLEAN NOT NULL,
    "ended_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "content" JSONB NOT NULL,

    CONSTRAINT "carrier_report_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "carrier_approval" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "route" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "lanes" TEXT[],
    "approved_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "withdrawn_by" TEXT,
    "withdrawn_at" TIMESTAMPTZ(6),

    CONSTRAINT "carrier_approval_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "carrier_approval_route_at_idx" ON "carrier_approval"("route", "at");

-- AddForeignKey
ALTER TABLE "carrier_approval" ADD CONSTRAINT "carrier_approval_report_fkey" FOREIGN KEY ("report") REFERENCES "carrier_report"("digest") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE "carrier_approval" ADD CONSTRAINT "carrier_approval_withdrawn" CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL));
-- One standing approval of a route.
CREATE UNIQUE INDEX "carrier_approval_standing" ON "carrier_approval" (route) WHERE withdrawn_at IS NULL;
-- A report stays what it was, and an approval is withdrawn, never erased.
REVOKE UPDATE, DELETE ON "carrier_report" FROM sampai_app;
REVOKE DELETE ON "carrier_approval" FROM sampai_app;

-- How old a conformance run may be when a route is let in by it.
INSERT INTO "policy" (key, valid_from, value) VALUES ('carriers.approval', '2015-02-13 00:00+07', '{"reportDays": 30}');
