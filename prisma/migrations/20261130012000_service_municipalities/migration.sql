-- Municipalities to which an offer at school is limited, beside regions.
ALTER TABLE "offer" ADD COLUMN "service_municipality_codes" TEXT[];
UPDATE "offer" SET "service_municipality_codes" = '{}';

-- Municipalities in which an offer at school is given: chosen, or of a chosen region; 'everywhere' where it is not limited.
ALTER TABLE "search_document" ADD COLUMN "served_in" TEXT[];
UPDATE "search_document" d SET "served_in" = CASE
  WHEN jsonb_array_length(coalesce(d."document"->'serviceRegionIds', '[]')) = 0 THEN ARRAY['everywhere']
  ELSE ARRAY(SELECT DISTINCT r."municipality_code" FROM "region_municipality" r
    WHERE d."document"->'serviceRegionIds' ? r."region_id" AND r."valid_until" IS NULL ORDER BY 1) END;
