-- A company may say no to a place that is kept at it for a school: with a reason, and then it stands so.
ALTER TYPE "hold_state" ADD VALUE 'declined';

ALTER TABLE "hold" ADD COLUMN "decline_reason" "decline_reason",
ADD COLUMN "decline_text" TEXT,
ADD COLUMN "declined_by_id" UUID;

-- Compared as text: a value that was just added to a type is not used before the transaction ends.
ALTER TABLE "hold" ADD CONSTRAINT "hold_declined_with_reason" CHECK (("state"::text = 'declined') = ("decline_reason" IS NOT NULL));
ALTER TABLE "hold" ADD CONSTRAINT "hold_decline_text" CHECK ("decline_text" IS NULL OR "decline_reason" IS NOT NULL);
