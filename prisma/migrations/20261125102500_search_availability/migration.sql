-- When an offer has places, and whose it is. What is indexed knows neither: the index is filled again (`npm run reindex`; the
-- nightly check does the same).
TRUNCATE "search_document", "search_word";
UPDATE "search_generation" SET "documents" = 0;
ALTER TABLE "search_document" ADD COLUMN "organisation_slug" TEXT NOT NULL,
ADD COLUMN "open_months" TEXT[],
ADD COLUMN "open_from" TEXT[];
