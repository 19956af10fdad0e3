-- How a booking goes: what each side says of the day, who said it last, and what the other side was told of it.
CREATE TABLE "booking_plan" (
  "booking_id" UUID NOT NULL,
  "goal" TEXT,
  "preparation" TEXT,
  "programme" JSONB NOT NULL DEFAULT '[]',
  "arrival" TEXT,
  "access" TEXT,
  "school_brings" TEXT,
  "company_brings" TEXT,
  "cost" TEXT,
  "vog_asked" BOOLEAN,
  "vog_seen_on" DATE,
  "vog_seen_by_id" UUID,
  "changes" JSONB NOT NULL DEFAULT '{}',
  "version" INTEGER NOT NULL DEFAULT 1,
  "school_told_at" TIMESTAMPTZ(3),
  "company_told_at" TIMESTAMPTZ(3),
  CONSTRAINT "booking_plan_pkey" PRIMARY KEY ("booking_id"),
  CONSTRAINT "booking_plan_texts" CHECK (
    char_length("goal") BETWEEN 1 AND 2000 AND char_length("preparation") BETWEEN 1 AND 2000
    AND char_length("arrival") BETWEEN 1 AND 2000 AND char_length("access") BETWEEN 1 AND 2000
    AND char_length("school_brings") BETWEEN 1 AND 2000 AND char_length("company_brings") BETWEEN 1 AND 2000
    AND char_length("cost") BETWEEN 1 AND 2000),
  CONSTRAINT "booking_plan_programme" CHECK (jsonb_typeof("programme") = 'array' AND jsonb_array_length("programme") <= 20)
);
ALTER TABLE "booking_plan" ADD CONSTRAINT "booking_plan_booking_id_fkey"
  FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "booking_plan" ADD CONSTRAINT "booking_plan_vog_seen_by_id_fkey"
  FOREIGN KEY ("vog_seen_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "booking_plan_vog_seen_by_id_idx" ON "booking_plan"("vog_seen_by_id");

-- The secret address of the page for parents. Made anew, the former opens nothing.
CREATE TABLE "booking_share" (
  "booking_id" UUID NOT NULL,
  "token_hash" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "booking_share_pkey" PRIMARY KEY ("booking_id")
);
CREATE UNIQUE INDEX "booking_share_token_hash_key" ON "booking_share"("token_hash");
ALTER TABLE "booking_share" ADD CONSTRAINT "booking_share_booking_id_fkey"
  FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;
