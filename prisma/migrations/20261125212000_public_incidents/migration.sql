-- Whose mail domain is nobody's list entry may choose its name: an incident of it is public once it hits many people.
-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "public" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "lane_seen" ADD COLUMN     "listed" BOOLEAN NOT NULL DEFAULT true;
