-- Who was hit by an incident that was closed although its lane was in trouble hears of its end when the lane is in order.
-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "notice_owed" BOOLEAN NOT NULL DEFAULT false;
