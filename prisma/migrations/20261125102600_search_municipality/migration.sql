-- The municipality of each indexed offer: an area is asked for by its municipalities.
ALTER TABLE "search_document" ADD COLUMN "municipality_code" TEXT;
UPDATE "search_document" SET "municipality_code" = "document"->>'municipalityCode';
