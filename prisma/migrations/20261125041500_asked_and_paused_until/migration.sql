-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "offer" ADD COLUMN     "paused_until" DATE;

UPDATE "organisation" SET "asked_at" = "created_at";

-- A day of return belongs to a pause and to nothing else.
ALTER TABLE "offer" ADD CONSTRAINT "offer_paused_until" CHECK ("paused_until" IS NULL OR "state" = 'paused');
