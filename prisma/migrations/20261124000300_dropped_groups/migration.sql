-- A school that withdraws a request keeps the groups that have a place; the rest are dropped.
ALTER TABLE "request_group" ADD COLUMN "dropped_at" TIMESTAMPTZ(3);
