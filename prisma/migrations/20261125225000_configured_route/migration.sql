-- Which routes workers have in their file, by the real clock: one that was taken out is not shown for ever as it was last judged.
-- CreateTable
CREATE TABLE "configured_route" (
    "route" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "configured_route_pkey" PRIMARY KEY ("route")
);
