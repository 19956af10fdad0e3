-- How many sessions an offer gives in one month at most, and whether it is given in school holidays.
ALTER TABLE "offer" ADD COLUMN "sessions_per_month" INTEGER;
ALTER TABLE "offer" ADD COLUMN "open_in_holidays" BOOLEAN NOT NULL DEFAULT false;

-- A dated session can have a time: two on one day are two slots.
ALTER TABLE "capacity_slot" ADD COLUMN "start_time" TEXT NOT NULL DEFAULT '';
DROP INDEX "capacity_slot_offer_id_starts_on_ends_on_key";
CREATE UNIQUE INDEX "capacity_slot_offer_id_starts_on_ends_on_start_time_key" ON "capacity_slot"("offer_id", "starts_on", "ends_on", "start_time");

-- The day that is agreed: what a month is counted by.
ALTER TABLE "place_claim" ADD COLUMN "day" DATE;

CREATE TABLE "capacity_month" (
    "offer_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "places" INTEGER,
    "taken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "capacity_month_pkey" PRIMARY KEY ("offer_id","month")
);

CREATE TABLE "blackout" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "offer_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "note" TEXT,

    CONSTRAINT "blackout_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "blackout_organisation_id_ends_on_idx" ON "blackout"("organisation_id", "ends_on");

ALTER TABLE "capacity_month" ADD CONSTRAINT "capacity_month_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "blackout" ADD CONSTRAINT "blackout_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "blackout" ADD CONSTRAINT "blackout_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot express.

ALTER TABLE "offer" ADD CONSTRAINT "offer_sessions_per_month" CHECK (sessions_per_month BETWEEN 1 AND 1000);
ALTER TABLE "capacity_slot" ADD CONSTRAINT "capacity_slot_start_time"
  CHECK (start_time = '' OR (starts_on = ends_on AND start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'));
ALTER TABLE "capacity_month" ADD CONSTRAINT "capacity_month_first_day" CHECK (extract(day FROM month) = 1);
-- A month is never promised beyond its limit, whatever runs in parallel.
ALTER TABLE "capacity_month" ADD CONSTRAINT "capacity_month_taken" CHECK (taken >= 0 AND (places IS NULL OR taken <= places));
ALTER TABLE "blackout" ADD CONSTRAINT "blackout_span" CHECK (starts_on <= ends_on AND ends_on - starts_on <= 400);
ALTER TABLE "blackout" ADD CONSTRAINT "blackout_note" CHECK (char_length(note) <= 120);

-- A dated session is promised day by day and does not count for its month. The slot is locked before its month, always.
CREATE FUNCTION "capacity_month_count"(of_slot uuid, on_day date, step integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  slot record;
BEGIN
  IF on_day IS NULL THEN RETURN; END IF;
  SELECT s.offer_id, s.starts_on = s.ends_on AS is_dated INTO slot FROM capacity_slot s WHERE s.id = of_slot FOR UPDATE;
  IF slot.is_dated THEN RETURN; END IF;
  IF step < 0 THEN
    UPDATE capacity_month m SET taken = m.taken + step
      WHERE m.offer_id = slot.offer_id AND m.month = date_trunc('month', on_day)::date;
    RETURN;
  END IF;
  INSERT INTO capacity_month AS m (offer_id, month, places, taken)
    SELECT o.id, date_trunc('month', on_day)::date, o.sessions_per_month, step FROM offer o WHERE o.id = slot.offer_id
    ON CONFLICT (offer_id, month) DO UPDATE SET taken = m.taken + excluded.taken;
END
$$;

-- A place is taken on no day on which the company or the offer is away.
CREATE FUNCTION "capacity_refuse_blackout"(of_slot uuid, on_day date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM capacity_slot s JOIN offer o ON o.id = s.offer_id
    JOIN blackout b ON b.organisation_id = o.organisation_id AND (b.offer_id IS NULL OR b.offer_id = o.id)
      AND coalesce(on_day, CASE WHEN s.starts_on = s.ends_on THEN s.starts_on END) BETWEEN b.starts_on AND b.ends_on
    WHERE s.id = of_slot
  ) THEN
    RAISE EXCEPTION 'the day is closed: constraint "place_claim_blackout"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'place_claim_blackout';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION "place_claim_count"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  had boolean := TG_OP <> 'INSERT' AND OLD.released_at IS NULL;
  has boolean := TG_OP <> 'DELETE' AND NEW.released_at IS NULL;
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
DROP TRIGGER "place_claim_count" ON "place_claim";
CREATE TRIGGER "place_claim_count" AFTER INSERT OR DELETE OR UPDATE OF slot_id, released_at, day ON "place_claim"
  FOR EACH ROW EXECUTE FUNCTION "place_claim_count"();

-- The day of a claim is that of its booking, whoever writes the booking.
CREATE FUNCTION "booking_day"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE place_claim SET day = NEW.date WHERE id = NEW.claim_id AND day IS DISTINCT FROM NEW.date;
  RETURN NULL;
END
$$;
CREATE TRIGGER "booking_day" AFTER INSERT OR UPDATE OF date ON "booking" FOR EACH ROW EXECUTE FUNCTION "booking_day"();

UPDATE "place_claim" c SET day = k.date FROM "booking" k WHERE k.claim_id = c.id AND k.date IS NOT NULL;

-- The one place where open places are computed: every slot of the offers, with what of it can be had in a span of days.
-- A day counts when neither company nor offer is away then, it is a weekday of the offer (Monday to Friday where none is
-- told), and no holiday of the region of the offer, unless it is given in holidays; a dated session has its own day.
-- `open` is the least of what the slot has left and what the months of the span have left. `any_day`: weekdays and
-- holidays do not count, as for a day that the company chooses itself. No slots at all: the offer has no limit.
CREATE FUNCTION "open_slots"(span_from date, span_until date, only_offers uuid[] DEFAULT NULL, any_day boolean DEFAULT false)
RETURNS TABLE (slot_id uuid, offer_id uuid, starts_on date, ends_on date, first_day date, open integer)
LANGUAGE sql STABLE AS $$
  WITH holiday AS MATERIALIZED (
    SELECT r.region, range_agg(r.days) AS days FROM (
      SELECT h.region, daterange(h.starts_on, h.ends_on, '[]') AS days FROM school_holiday h
      WHERE h.ends_on >= span_from AND h.starts_on <= span_until
      UNION ALL
      SELECT e.region, daterange(p.date, p.date, '[]') FROM public_holiday p
      CROSS JOIN unnest(enum_range(NULL::holiday_region)) AS e(region) WHERE p.date BETWEEN span_from AND span_until
    ) r GROUP BY r.region
  ), away AS MATERIALIZED (
    SELECT o.id, range_agg(daterange(b.starts_on, b.ends_on, '[]')) AS days FROM blackout b
    JOIN offer o ON o.organisation_id = b.organisation_id AND (b.offer_id IS NULL OR b.offer_id = o.id)
    WHERE b.ends_on >= span_from AND b.starts_on <= span_until AND (only_offers IS NULL OR o.id = ANY(only_offers))
    GROUP BY o.id
  )
  SELECT s.id, s.offer_id, s.starts_on, s.ends_on, found.first_day,
    CASE WHEN found.first_day IS NULL THEN 0 ELSE least(s.places - s.taken, found.room) END
  FROM capacity_slot s
  JOIN offer o ON o.id = s.offer_id
  JOIN municipality m ON m.code = o.municipality_code
  LEFT JOIN holiday h ON h.region = m.holiday_region
  LEFT JOIN away x ON x.id = o.id
  CROSS JOIN LATERAL (
    SELECT greatest(s.starts_on, span_from) AS first, least(s.ends_on, span_until) AS last,
      s.starts_on = s.ends_on AS is_dated, o.sessions_per_month IS NOT NULL AND s.starts_on <> s.ends_on AS is_limited,
      CASE WHEN coalesce(cardinality(o.weekdays), 0) = 0 THEN ARRAY[1, 2, 3, 4, 5] ELSE o.weekdays END AS weekdays
  ) w
  LEFT JOIN LATERAL (
    SELECT min(day.it) AS first_day, sum(room.it)::integer AS room
    FROM generate_series(0, CASE WHEN w.is_limited THEN
      (extract(year FROM w.last)::integer - extract(year FROM w.first)::integer) * 12
      + extract(month FROM w.last)::integer - extract(month FROM w.first)::integer ELSE 0 END) AS i
    CROSS JOIN LATERAL (
      SELECT CASE WHEN i = 0 THEN w.first ELSE (date_trunc('month', w.first) + i * interval '1 month')::date END AS first,
        CASE WHEN w.is_limited
          THEN least(w.last, (date_trunc('month', w.first) + (i + 1) * interval '1 month')::date - 1) ELSE w.last END AS last
    ) piece
    LEFT JOIN capacity_month cm ON w.is_limited AND cm.offer_id = o.id
      AND cm.month = date_trunc('month', piece.first)::date
    CROSS JOIN LATERAL (
      SELECT CASE WHEN w.is_limited
        THEN coalesce(cm.places, o.sessions_per_month) - coalesce(cm.taken, 0) END AS it
    ) room
    CROSS JOIN LATERAL (
      SELECT d.it FROM (SELECT piece.first + generate_series(0, piece.last - piece.first) AS it) d
      WHERE (x.days IS NULL OR NOT x.days @> d.it)
        AND (any_day OR w.is_dated OR (extract(isodow FROM d.it)::integer = ANY(w.weekdays)
          AND (o.open_in_holidays OR h.days IS NULL OR NOT h.days @> d.it)))
      LIMIT 1
    ) day
    WHERE room.it IS NULL OR room.it > 0
  ) found ON true
  WHERE only_offers IS NULL OR s.offer_id = ANY(only_offers)
$$;
