-- A list that nobody fills is empty, never unknown: whoever reads it counts on that.
UPDATE "offer" SET
  "topic_ids" = coalesce("topic_ids", '{}'),
  "subject_ids" = coalesce("subject_ids", '{}'),
  "curriculum_goal_ids" = coalesce("curriculum_goal_ids", '{}'),
  "profile_ids" = coalesce("profile_ids", '{}'),
  "network_ids" = coalesce("network_ids", '{}'),
  "service_municipality_codes" = coalesce("service_municipality_codes", '{}'),
  "service_region_ids" = coalesce("service_region_ids", '{}'),
  "languages" = coalesce("languages", '{}'),
  "weekdays" = coalesce("weekdays", '{}')
WHERE "topic_ids" IS NULL OR "subject_ids" IS NULL OR "curriculum_goal_ids" IS NULL OR "profile_ids" IS NULL
  OR "network_ids" IS NULL OR "service_municipality_codes" IS NULL OR "service_region_ids" IS NULL
  OR "languages" IS NULL OR "weekdays" IS NULL;

ALTER TABLE "offer"
  ALTER COLUMN "topic_ids" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "topic_ids" SET NOT NULL,
  ALTER COLUMN "subject_ids" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "subject_ids" SET NOT NULL,
  ALTER COLUMN "curriculum_goal_ids" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "curriculum_goal_ids" SET NOT NULL,
  ALTER COLUMN "profile_ids" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "profile_ids" SET NOT NULL,
  ALTER COLUMN "network_ids" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "network_ids" SET NOT NULL,
  ALTER COLUMN "service_municipality_codes" SET DEFAULT ARRAY[]::TEXT[],
  ALTER COLUMN "service_municipality_codes" SET NOT NULL,
  ALTER COLUMN "service_region_ids" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "service_region_ids" SET NOT NULL,
  ALTER COLUMN "languages" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "languages" SET NOT NULL,
  ALTER COLUMN "weekdays" SET DEFAULT ARRAY[]::INTEGER[], ALTER COLUMN "weekdays" SET NOT NULL;
