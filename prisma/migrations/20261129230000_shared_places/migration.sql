-- A school agrees that its small group shares a lesson; a company that its dated sessions are shared.
ALTER TABLE "support_request" ADD COLUMN "may_share" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "offer" ADD COLUMN "may_share" BOOLEAN NOT NULL DEFAULT false;

-- One class-place of a dated session that groups of several requests have together.
CREATE TABLE "shared_place" (
    "id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "pupils_max" INTEGER NOT NULL,
    "pupils" INTEGER NOT NULL DEFAULT 0,
    "groups" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "shared_place_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "shared_place_slot_id_idx" ON "shared_place"("slot_id");
CREATE UNIQUE INDEX "shared_place_id_slot_id_key" ON "shared_place"("id", "slot_id");

ALTER TABLE "place_claim" ADD COLUMN "shared_id" UUID, ADD COLUMN "pupils" INTEGER;
CREATE INDEX "place_claim_shared_id_idx" ON "place_claim"("shared_id");

ALTER TABLE "shared_place" ADD CONSTRAINT "shared_place_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "capacity_slot"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- A claim lies in the slot of its shared place.
ALTER TABLE "place_claim" ADD CONSTRAINT "place_claim_shared_id_slot_id_fkey" FOREIGN KEY ("shared_id", "slot_id") REFERENCES "shared_place"("id", "slot_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot express.

-- A session is never promised to more pupils than it holds, whatever runs in parallel.
ALTER TABLE "shared_place" ADD CONSTRAINT "shared_place_pupils" CHECK (pupils BETWEEN 0 AND pupils_max);
ALTER TABLE "shared_place" ADD CONSTRAINT "shared_place_groups" CHECK (groups >= 0 AND (groups = 0) = (pupils = 0));
ALTER TABLE "place_claim" ADD CONSTRAINT "place_claim_pupils" CHECK ((shared_id IS NULL) = (pupils IS NULL) AND pupils >= 1);

-- Only what is not shared is counted claim by claim.
CREATE OR REPLACE FUNCTION "place_claim_count"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  had boolean := TG_OP <> 'INSERT' AND OLD.released_at IS NULL AND OLD.shared_id IS NULL;
  has boolean := TG_OP <> 'DELETE' AND NEW.released_at IS NULL AND NEW.shared_id IS NULL;
  same_slot boolean := TG_OP = 'UPDATE' AND OLD.slot_id = NEW.slot_id;
BEGIN
  IF had AND NOT (has AND same_slot) THEN
    UPDATE capacity_slot SET taken = taken - 1 WHERE id = OLD.slot_id;
  END IF;
  IF has AND NOT (had AND same_slot) THEN
    UPDATE capacity_slot SET taken = taken + 1 WHERE id = NEW.slot_id;
  END IF;
  IF had AND has AND same_slot AND OLD.day IS NOT DISTINCT FROM NEW.day THEN RETURN NULL; END IF;
  IF had THEN PERFORM capacity_month_count(OLD.slot_id, OLD.day, -1); END IF;
  IF has THEN
    PERFORM capacity_refuse_blackout(NEW.slot_id, NEW.day);
    PERFORM capacity_month_count(NEW.slot_id, NEW.day, 1);
  END IF;
  RETURN NULL;
END
$$;

-- A shared place counts its groups and pupils. Its slot has one day, so that everybody in it comes together and no month
-- is counted. The slot is locked before its shared places, always; not its key, which the claims that come hold already.
CREATE FUNCTION "place_claim_share"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  had boolean := TG_OP <> 'INSERT' AND OLD.released_at IS NULL AND OLD.shared_id IS NOT NULL;
  has boolean := TG_OP <> 'DELETE' AND NEW.released_at IS NULL AND NEW.shared_id IS NOT NULL;
BEGIN
  IF had THEN
    PERFORM FROM capacity_slot WHERE id = OLD.slot_id FOR NO KEY UPDATE;
    UPDATE shared_place SET groups = groups - 1, pupils = pupils - OLD.pupils WHERE id = OLD.shared_id;
  END IF;
  IF has THEN
    IF NOT EXISTS (SELECT FROM (SELECT starts_on, ends_on FROM capacity_slot WHERE id = NEW.slot_id FOR NO KEY UPDATE) s
      WHERE s.starts_on = s.ends_on AND coalesce(NEW.day, s.starts_on) = s.starts_on) THEN
      RAISE EXCEPTION 'a shared place has the day of its session: constraint "place_claim_shared_day"'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'place_claim_shared_day';
    END IF;
    UPDATE shared_place SET groups = groups + 1, pupils = pupils + NEW.pupils WHERE id = NEW.shared_id;
    PERFORM capacity_refuse_blackout(NEW.slot_id, NEW.day);
  END IF;
  RETURN NULL;
END
$$;

-- A shared place is one class-place from the first group to the last.
CREATE FUNCTION "shared_place_count"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE capacity_slot SET taken = taken + CASE WHEN NEW.groups = 0 THEN -1 ELSE 1 END WHERE id = NEW.slot_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "shared_place_count" AFTER UPDATE OF groups ON "shared_place"
  FOR EACH ROW WHEN ((OLD.groups = 0) <> (NEW.groups = 0)) EXECUTE FUNCTION "shared_place_count"();

DROP TRIGGER "place_claim_count" ON "place_claim";
CREATE TRIGGER "place_claim_count" AFTER INSERT OR DELETE OR UPDATE OF slot_id, released_at, day, shared_id ON "place_claim"
  FOR EACH ROW EXECUTE FUNCTION "place_claim_count"();
CREATE TRIGGER "place_claim_share" AFTER INSERT OR DELETE OR UPDATE OF slot_id, released_at, day, shared_id, pupils ON "place_claim"
  FOR EACH ROW EXECUTE FUNCTION "place_claim_share"();

-- A group that grows takes more of a session that it shares; where that is too much, the request stays as it was.
CREATE FUNCTION "shared_claim_size"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE place_claim c SET pupils = NEW.group_size FROM request_group g
    WHERE g.id = c.group_id AND g.request_id = NEW.id AND c.shared_id IS NOT NULL AND c.released_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER "shared_claim_size" AFTER UPDATE OF group_size ON "support_request"
  FOR EACH ROW WHEN (OLD.group_size <> NEW.group_size) EXECUTE FUNCTION "shared_claim_size"();
