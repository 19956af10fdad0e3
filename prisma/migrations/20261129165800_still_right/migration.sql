-- When a company was asked whether an offer is still right, and since when it is paused because it did not say so.
ALTER TABLE "offer" ADD COLUMN "asked_right_on" DATE;
ALTER TABLE "offer" ADD COLUMN "stale_on" DATE;
ALTER TABLE "offer" ADD CONSTRAINT "offer_stale_on" CHECK (stale_on IS NULL OR state IN ('paused', 'archived'));
