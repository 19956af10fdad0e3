CREATE TYPE "evaluation_party" AS ENUM ('school', 'company');
CREATE TYPE "evaluation_again" AS ENUM ('yes', 'maybe', 'no');
CREATE TYPE "evaluation_goal" AS ENUM ('reached', 'partly', 'not');
CREATE TYPE "evaluation_fit" AS ENUM ('too-easy', 'right', 'too-hard');

CREATE TABLE "evaluation" (
  "booking_id" UUID NOT NULL,
  "party" "evaluation_party" NOT NULL,
  "rating" SMALLINT NOT NULL,
  "again" "evaluation_again" NOT NULL,
  "goal" "evaluation_goal",
  "fit" "evaluation_fit",
  "text" TEXT,
  "by_user_id" UUID,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "evaluation_pkey" PRIMARY KEY ("booking_id", "party"),
  CONSTRAINT "evaluation_rating_1_to_5" CHECK ("rating" BETWEEN 1 AND 5),
  CONSTRAINT "evaluation_of_lesson_by_school" CHECK ("party" = 'school' OR ("goal" IS NULL AND "fit" IS NULL)),
  CONSTRAINT "evaluation_text_length" CHECK (char_length("text") BETWEEN 1 AND 1000)
);

ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_booking_id_fkey"
  FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_by_user_id_fkey"
  FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "evaluation_by_user_id_idx" ON "evaluation"("by_user_id");
