-- What speaks for an offer whatever is asked (search/quality.ts). Written with the document; 1 until then.
ALTER TABLE "search_document" ADD COLUMN "quality" REAL NOT NULL DEFAULT 1;
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_quality" CHECK ("quality" BETWEEN 0.8 AND 1);
