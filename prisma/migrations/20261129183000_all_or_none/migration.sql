-- A request with several groups may ask that all of them get a place, or none.
ALTER TABLE "support_request" ADD COLUMN "all_or_none" BOOLEAN NOT NULL DEFAULT false;
