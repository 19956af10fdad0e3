-- A company that answers no school is told, and later hidden; until it says that it is there again.
CREATE TABLE "organisation_silence" (
  "organisation_id" UUID NOT NULL,
  "told_at" TIMESTAMPTZ(3),
  "hidden_at" TIMESTAMPTZ(3),
  "back_at" TIMESTAMPTZ(3),
  CONSTRAINT "organisation_silence_pkey" PRIMARY KEY ("organisation_id"),
  CONSTRAINT "organisation_silence_told_before_hidden" CHECK ("hidden_at" IS NULL OR "told_at" IS NOT NULL)
);
ALTER TABLE "organisation_silence" ADD CONSTRAINT "organisation_silence_organisation_id_fkey"
  FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "offer" ADD COLUMN "paused_for_silence" BOOLEAN NOT NULL DEFAULT false;
