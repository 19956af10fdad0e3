-- CreateEnum
CREATE TYPE "synonym_state" AS ENUM ('active', 'rejected');

-- CreateTable
CREATE TABLE "search_synonym" (
    "id" UUID NOT NULL,
    "term" TEXT NOT NULL,
    "means" TEXT[],
    "both_ways" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "state" "synonym_state" NOT NULL,
    "version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_synonym_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_synonym_version" (
    "synonym_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "means" TEXT[],
    "both_ways" BOOLEAN NOT NULL,
    "state" "synonym_state" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "search_synonym_version_pkey" PRIMARY KEY ("synonym_id","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "search_synonym_term_key" ON "search_synonym"("term");

-- AddForeignKey
ALTER TABLE "search_synonym_version" ADD CONSTRAINT "search_synonym_version_synonym_id_fkey" FOREIGN KEY ("synonym_id") REFERENCES "search_synonym"("id") ON DELETE CASCADE ON UPDATE CASCADE;
