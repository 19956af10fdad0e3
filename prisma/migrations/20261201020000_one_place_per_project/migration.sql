-- A request for co-development asks for one project: its classes are one group, which takes one place.
ALTER TABLE "support_request" ADD COLUMN "classes" INTEGER;
ALTER TABLE "support_request" ADD CONSTRAINT "support_request_classes" CHECK ("classes" BETWEEN 1 AND 20);

UPDATE "support_request" r SET "classes" = greatest(1, least(20,
    (SELECT count(*) FROM "request_group" g WHERE g."request_id" = r."id" AND g."dropped_at" IS NULL)))
  WHERE r."kinds" = ARRAY['co-development']::offer_kind[];

-- Groups beside the first that have no place are part of the project that the first stands for.
UPDATE "request_group" g SET "dropped_at" = now()
  FROM "support_request" r
  WHERE r."id" = g."request_id" AND r."kinds" = ARRAY['co-development']::offer_kind[]
    AND r."state" IN ('draft', 'open', 'proposed', 'waiting') AND g."dropped_at" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "place_claim" c WHERE c."group_id" = g."id" AND c."released_at" IS NULL)
    AND EXISTS (SELECT 1 FROM "request_group" f WHERE f."request_id" = g."request_id" AND f."dropped_at" IS NULL
      AND (f."number" < g."number" OR EXISTS (
        SELECT 1 FROM "place_claim" c WHERE c."group_id" = f."id" AND c."released_at" IS NULL)));
