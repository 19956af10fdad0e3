-- CreateEnum
CREATE TYPE "feed_format" AS ENUM ('own', 'linked', 'syndicated');

-- CreateEnum
CREATE TYPE "feed_state" AS ENUM ('new', 'waiting', 'live', 'stopped');

-- CreateTable
CREATE TABLE "offer_feed" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "format" "feed_format",
    "state" "feed_state" NOT NULL DEFAULT 'new',
    "kind" "offer_kind" NOT NULL,
    "location" "offer_location" NOT NULL,
    "publish" BOOLEAN NOT NULL DEFAULT false,
    "etag" TEXT,
    "last_modified" TEXT,
    "last_tried_at" TIMESTAMPTZ(3),
    "last_good_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "error_code" TEXT,
    "error_params" JSONB NOT NULL DEFAULT '{}',
    "item_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offer_feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "offer_feed_organisation_id_url_key" ON "offer_feed"("organisation_id", "url");

-- AddForeignKey
ALTER TABLE "offer_feed" ADD CONSTRAINT "offer_feed_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A load that a feed brought, an offer that stands in a feed.
ALTER TABLE "offer_load" ADD COLUMN "feed_id" UUID;
ALTER TABLE "offer" ADD COLUMN "feed_id" UUID,
  ADD COLUMN "paused_by_feed" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "offer_load_feed_id_created_at_idx" ON "offer_load"("feed_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "offer_feed_id_state_idx" ON "offer"("feed_id", "state");

-- AddForeignKey
ALTER TABLE "offer_load" ADD CONSTRAINT "offer_load_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "offer_feed"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "offer_feed"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What Prisma cannot express.
ALTER TABLE "offer_feed" ADD CONSTRAINT "offer_feed_url_length" CHECK (char_length(url) BETWEEN 1 AND 2000);
ALTER TABLE "offer_feed" ADD CONSTRAINT "offer_feed_failures" CHECK (failures >= 0 AND (failures > 0) = (error_code IS NOT NULL));
ALTER TABLE "offer_feed" ADD CONSTRAINT "offer_feed_item_count" CHECK (item_count BETWEEN 0 AND 10000);
ALTER TABLE "offer" ADD CONSTRAINT "offer_paused_by_feed" CHECK (NOT paused_by_feed OR state = 'paused');
