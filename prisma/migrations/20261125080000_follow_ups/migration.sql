-- Who of the region follows a request, and until when; what coordinators wrote down about it.
CREATE TABLE "request_follow_up" (
  "request_id" UUID NOT NULL,
  "owner_id" UUID,
  "due_on" DATE,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_by_id" UUID,
  CONSTRAINT "request_follow_up_pkey" PRIMARY KEY ("request_id"),
  CONSTRAINT "request_follow_up_says_something" CHECK ("owner_id" IS NOT NULL OR "due_on" IS NOT NULL)
);
CREATE INDEX "request_follow_up_due_on_idx" ON "request_follow_up"("due_on");
ALTER TABLE "request_follow_up" ADD CONSTRAINT "request_follow_up_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "request_follow_up" ADD CONSTRAINT "request_follow_up_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "request_follow_up" ADD CONSTRAINT "request_follow_up_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "request_note" (
  "id" UUID NOT NULL,
  "request_id" UUID NOT NULL,
  "author_id" UUID,
  "text" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "request_note_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "request_note_text" CHECK (length("text") BETWEEN 1 AND 2000)
);
CREATE INDEX "request_note_request_id_created_at_idx" ON "request_note"("request_id", "created_at");
ALTER TABLE "request_note" ADD CONSTRAINT "request_note_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "request_note" ADD CONSTRAINT "request_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
