-- CreateEnum
CREATE TYPE "load_state" AS ENUM ('mapping', 'checked', 'running', 'done', 'undoing', 'undone', 'cancelled');

-- CreateEnum
CREATE TYPE "load_outcome" AS ENUM ('new', 'changed', 'same', 'wrong');

-- CreateEnum
CREATE TYPE "load_row_state" AS ENUM ('waiting', 'loaded', 'skipped', 'failed', 'undone', 'kept');

-- CreateTable
CREATE TABLE "offer_load" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "by_user_id" UUID,
    "file_name" TEXT NOT NULL,
    "state" "load_state" NOT NULL DEFAULT 'mapping',
    "columns" TEXT[],
    "mapping" JSONB NOT NULL,
    "publish" BOOLEAN NOT NULL DEFAULT false,
    "row_count" INTEGER NOT NULL,
    "new_count" INTEGER NOT NULL DEFAULT 0,
    "changed_count" INTEGER NOT NULL DEFAULT 0,
    "same_count" INTEGER NOT NULL DEFAULT 0,
    "wrong_count" INTEGER NOT NULL DEFAULT 0,
    "done_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "forgotten_at" TIMESTAMPTZ(3),

    CONSTRAINT "offer_load_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer_load_row" (
    "load_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "external_ref" TEXT,
    "title" TEXT NOT NULL DEFAULT '',
    "outcome" "load_outcome",
    "problems" JSONB NOT NULL DEFAULT '[]',
    "changes" JSONB NOT NULL DEFAULT '[]',
    "state" "load_row_state" NOT NULL DEFAULT 'waiting',
    "offer_id" UUID,
    "before" JSONB,
    "version_after" INTEGER,

    CONSTRAINT "offer_load_row_pkey" PRIMARY KEY ("load_id","number")
);

-- CreateTable
CREATE TABLE "offer_load_columns" (
    "organisation_id" UUID NOT NULL,
    "fields" JSONB NOT NULL,

    CONSTRAINT "offer_load_columns_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateIndex
CREATE INDEX "offer_load_organisation_id_created_at_idx" ON "offer_load"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "offer_load_row_load_id_outcome_idx" ON "offer_load_row"("load_id", "outcome");

-- CreateIndex
CREATE INDEX "offer_load_row_load_id_state_number_idx" ON "offer_load_row"("load_id", "state", "number");

-- AddForeignKey
ALTER TABLE "offer_load" ADD CONSTRAINT "offer_load_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_load" ADD CONSTRAINT "offer_load_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_load_row" ADD CONSTRAINT "offer_load_row_load_id_fkey" FOREIGN KEY ("load_id") REFERENCES "offer_load"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_load_columns" ADD CONSTRAINT "offer_load_columns_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma cannot express.
ALTER TABLE "offer_load" ADD CONSTRAINT "offer_load_rows" CHECK (row_count BETWEEN 1 AND 10000 AND done_count BETWEEN 0 AND row_count);
ALTER TABLE "offer_load" ADD CONSTRAINT "offer_load_file_name_length" CHECK (char_length(file_name) BETWEEN 1 AND 200);
-- Two loads that write at once would take turns on the same offers.
CREATE UNIQUE INDEX "offer_load_one_at_work" ON "offer_load"("organisation_id") WHERE state IN ('running', 'undoing');
