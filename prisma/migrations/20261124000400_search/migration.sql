-- Dutch stems without accents: "cafés" is found by "cafe".
CREATE TEXT SEARCH CONFIGURATION "schakel_nl" (COPY = dutch);
ALTER TEXT SEARCH CONFIGURATION "schakel_nl" ALTER MAPPING FOR hword, hword_part, word WITH unaccent, dutch_stem;

CREATE TABLE "search_document" (
    "generation" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "title_text" TEXT NOT NULL,
    "topic_text" TEXT NOT NULL,
    "summary_text" TEXT NOT NULL,
    "body_text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "topic_ids" TEXT[],
    "level_keys" TEXT[],
    "subject_ids" TEXT[],
    "curriculum_ids" TEXT[],
    "network_ids" TEXT[],
    "languages" TEXT[],
    "organisation_id" UUID NOT NULL,
    "lat" DOUBLE PRECISION,
    "lng" DOUBLE PRECISION,
    "travel_radius_km" INTEGER,
    "cost_cents" INTEGER NOT NULL,
    "girls_focus" BOOLEAN NOT NULL,
    "open_places" INTEGER,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "tsv" tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('schakel_nl'::regconfig, "title_text"), 'A') ||
        setweight(to_tsvector('schakel_nl'::regconfig, "topic_text"), 'B') ||
        setweight(to_tsvector('schakel_nl'::regconfig, "summary_text"), 'C') ||
        setweight(to_tsvector('schakel_nl'::regconfig, "body_text"), 'D')
    ) STORED,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("generation","id")
);
CREATE INDEX "search_document_tsv_idx" ON "search_document" USING GIN ("tsv");

CREATE TABLE "search_word" (
    "generation" INTEGER NOT NULL,
    "word" TEXT NOT NULL,
    "documents" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("generation","word")
);
CREATE INDEX "search_word_word_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);

CREATE TABLE "search_generation" (
    "index" TEXT NOT NULL,
    "current" INTEGER NOT NULL,

    CONSTRAINT "search_generation_pkey" PRIMARY KEY ("index")
);
INSERT INTO "search_generation" ("index", "current") VALUES ('offers', 1);
