-- A draft may be put away as it is: nobody saw it, so it need not be complete.
ALTER TABLE "offer" DROP CONSTRAINT "offer_topics",
  ADD CONSTRAINT "offer_topics" CHECK (cardinality("topic_ids") <= 3 AND ("state" IN ('draft', 'archived') OR cardinality("topic_ids") >= 1));
ALTER TABLE "offer" DROP CONSTRAINT "offer_published_at",
  ADD CONSTRAINT "offer_published_at" CHECK ("state" IN ('draft', 'archived') OR "published_at" IS NOT NULL);
