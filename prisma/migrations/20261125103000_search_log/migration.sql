-- CreateTable
CREATE TABLE "search_log" (
    "id" BIGSERIAL NOT NULL,
    "day" DATE NOT NULL,
    "text" TEXT,
    "kinds" TEXT[],
    "level" TEXT,
    "topic_ids" TEXT[],
    "lat" DOUBLE PRECISION,
    "lng" DOUBLE PRECISION,
    "region_id" TEXT,
    "results" INTEGER NOT NULL,
    "is_almost" BOOLEAN NOT NULL,
    "engine" TEXT NOT NULL,

    CONSTRAINT "search_log_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "search_log_day_idx" ON "search_log"("day");

-- CreateIndex
CREATE INDEX "search_log_region_id_day_idx" ON "search_log"("region_id", "day");
