-- A route that takes messages while no worker is bound to receive its receipts: not slow, and not failing. By the real clock, since
-- each worker says every two seconds what it hears.
ALTER TABLE "route_health" ADD COLUMN "deaf_since" TIMESTAMPTZ(6);
ALTER TABLE "route_health" ADD COLUMN "deaf_at" TIMESTAMPTZ(6);
ALTER TABLE "route_health" ADD COLUMN "deaf_why" TEXT;
ALTER TABLE "route_health" ADD COLUMN "heard_at" TIMESTAMPTZ(6);
