-- The index is fed with stems that the program makes, the same for both engines; PostgreSQL only keeps and finds them.
-- What is indexed is of no use any more: `npm run reindex` fills the table again.
TRUNCATE "search_document", "search_word";
DROP INDEX "search_document_tsv_idx";
ALTER TABLE "search_document" DROP COLUMN "tsv";
ALTER TABLE "search_document" ADD COLUMN "region_ids" TEXT[];
ALTER TABLE "search_document" ADD COLUMN "tsv" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple'::regconfig, "title_text"), 'A') ||
    setweight(to_tsvector('simple'::regconfig, "topic_text"), 'B') ||
    setweight(to_tsvector('simple'::regconfig, "summary_text"), 'C') ||
    setweight(to_tsvector('simple'::regconfig, "body_text"), 'D')
) STORED;
CREATE INDEX "search_document_tsv_idx" ON "search_document" USING GIN ("tsv");
DROP TEXT SEARCH CONFIGURATION "schakel_nl";

-- How many documents the generation that answers has: rarity of words is measured against it.
ALTER TABLE "search_generation" ADD COLUMN "documents" INTEGER NOT NULL DEFAULT 0;
