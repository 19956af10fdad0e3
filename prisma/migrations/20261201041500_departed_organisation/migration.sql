-- When an owner stopped the organisation; empty: it goes on.
ALTER TABLE "organisation" ADD COLUMN "stopped_at" TIMESTAMPTZ(3);
