-- Who is asked (null: everybody of the company), when somebody was last told of it, and how often they were reminded.
ALTER TABLE "proposal" ADD COLUMN "addressed_to_id" UUID,
  ADD COLUMN "notified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "reminders" INTEGER NOT NULL DEFAULT 0;
UPDATE "proposal" SET "notified_at" = "sent_at";
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_reminders" CHECK (reminders BETWEEN 0 AND 2);
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_addressed_to_id_fkey" FOREIGN KEY ("addressed_to_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
