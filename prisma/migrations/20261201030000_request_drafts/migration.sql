-- What somebody began to ask and has not posted: answers of the form as typed, of one person, in no figure and no ranking.
CREATE TABLE "request_draft" (
  "id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "answers" JSONB NOT NULL,
  "step" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "request_draft_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "request_draft_size" CHECK (octet_length("answers"::text) <= 20000)
);

CREATE INDEX "request_draft_user_id_updated_at_idx" ON "request_draft"("user_id", "updated_at" DESC);
CREATE INDEX "request_draft_updated_at_idx" ON "request_draft"("updated_at");

ALTER TABLE "request_draft" ADD CONSTRAINT "request_draft_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
