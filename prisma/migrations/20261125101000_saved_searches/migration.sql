-- CreateEnum
CREATE TYPE "saved_search_state" AS ENUM ('asked', 'active', 'ended');

-- CreateTable
CREATE TABLE "search_subscriber" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "lasts_until" TIMESTAMPTZ(3),
    "renewal_asked_at" TIMESTAMPTZ(3),
    "digested_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_subscriber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL,
    "subscriber_id" UUID NOT NULL,
    "query" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" "saved_search_state" NOT NULL DEFAULT 'asked',
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "told_until" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "search_subscriber_email_key" ON "search_subscriber"("email");

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_subscriber_id_query_key" ON "saved_search"("subscriber_id", "query");

-- CreateIndex
CREATE INDEX "saved_search_state_asked_at_idx" ON "saved_search"("state", "asked_at");

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_subscriber_id_fkey" FOREIGN KEY ("subscriber_id") REFERENCES "search_subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;
