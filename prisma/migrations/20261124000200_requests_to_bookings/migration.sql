-- CreateEnum
CREATE TYPE "request_state" AS ENUM ('draft', 'open', 'proposed', 'waiting', 'booked', 'done', 'withdrawn', 'expired');

-- CreateEnum
CREATE TYPE "waiting_reason" AS ENUM ('no-candidate', 'all-full', 'declined', 'unanswered', 'asked');

-- CreateEnum
CREATE TYPE "proposal_state" AS ENUM ('sent', 'viewed', 'considering', 'accepted', 'declined', 'withdrawn', 'expired', 'passed');

-- CreateEnum
CREATE TYPE "decline_reason" AS ENUM ('no-time', 'too-far', 'group-too-big', 'other-level', 'other-topic', 'period-full', 'stopped', 'other');

-- CreateEnum
CREATE TYPE "booking_state" AS ENUM ('confirmed', 'done', 'cancelled', 'no-show');

-- CreateEnum
CREATE TYPE "booking_party" AS ENUM ('school', 'company', 'coordinator');

-- CreateEnum
CREATE TYPE "cancel_reason" AS ENUM ('illness', 'timetable', 'transport', 'no-longer-needed', 'capacity', 'weather', 'other');

-- CreateEnum
CREATE TYPE "round_state" AS ENUM ('preview', 'published', 'closed', 'discarded');

-- CreateEnum
CREATE TYPE "hold_state" AS ENUM ('offered', 'accepted', 'refused', 'expired', 'withdrawn');

-- CreateTable
CREATE TABLE "capacity_slot" (
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "places" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "capacity_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_claim" (
    "id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "place_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_request" (
    "id" UUID NOT NULL,
    "branch_id" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "state" "request_state" NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kinds" "offer_kind"[],
    "topic_ids" TEXT[],
    "level" TEXT NOT NULL,
    "years" INTEGER[],
    "tracks" TEXT[],
    "group_size" INTEGER NOT NULL,
    "period_text" TEXT,
    "period_from" DATE,
    "period_until" DATE,
    "weekdays" INTEGER[],
    "max_distance_km" INTEGER,
    "languages" TEXT[],
    "is_urgent" BOOLEAN NOT NULL DEFAULT false,
    "waiting_since" TIMESTAMPTZ(3),
    "waiting_reason" "waiting_reason",
    "version" INTEGER NOT NULL DEFAULT 1,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "external_ref" TEXT,
    "submission_key" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "support_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_group" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "request_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "state" "proposal_state" NOT NULL DEFAULT 'sent',
    "groups_asked" INTEGER NOT NULL,
    "groups_accepted" INTEGER NOT NULL DEFAULT 0,
    "message" TEXT,
    "score" INTEGER,
    "sent_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "viewed_at" TIMESTAMPTZ(3),
    "due_on" DATE NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "decline_reason" "decline_reason",
    "answer_text" TEXT,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "proposal_id" UUID,
    "state" "booking_state" NOT NULL DEFAULT 'confirmed',
    "date" DATE,
    "start_time" TEXT,
    "date_options" DATE[],
    "agree_by" DATE,
    "moves" INTEGER NOT NULL DEFAULT 0,
    "cancelled_by" "booking_party",
    "cancel_reason" "cancel_reason",
    "cancel_text" TEXT,
    "pupils_reached" INTEGER,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clearing_round" (
    "id" UUID NOT NULL,
    "region_ids" TEXT[],
    "state" "round_state" NOT NULL DEFAULT 'preview',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "input" JSONB NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "clearing_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clearing_assignment" (
    "round_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "offer_id" UUID,
    "score" INTEGER,
    "priority" INTEGER NOT NULL,
    "why" JSONB NOT NULL,

    CONSTRAINT "clearing_assignment_pkey" PRIMARY KEY ("round_id","group_id")
);

-- CreateTable
CREATE TABLE "hold" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "round_id" UUID,
    "group_id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "state" "hold_state" NOT NULL DEFAULT 'offered',
    "expires_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "follows_id" UUID,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "capacity_slot_offer_id_starts_on_ends_on_key" ON "capacity_slot"("offer_id", "starts_on", "ends_on");

-- CreateIndex
CREATE INDEX "place_claim_slot_id_idx" ON "place_claim"("slot_id");

-- CreateIndex
CREATE INDEX "place_claim_group_id_idx" ON "place_claim"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "support_request_external_ref_key" ON "support_request"("external_ref");

-- CreateIndex
CREATE UNIQUE INDEX "support_request_submission_key_key" ON "support_request"("submission_key");

-- CreateIndex
CREATE INDEX "support_request_branch_id_state_idx" ON "support_request"("branch_id", "state");

-- CreateIndex
CREATE INDEX "support_request_state_waiting_since_idx" ON "support_request"("state", "waiting_since");

-- CreateIndex
CREATE UNIQUE INDEX "request_group_request_id_number_key" ON "request_group"("request_id", "number");

-- CreateIndex
CREATE INDEX "proposal_request_id_idx" ON "proposal"("request_id");

-- CreateIndex
CREATE INDEX "proposal_offer_id_state_idx" ON "proposal"("offer_id", "state");

-- CreateIndex
CREATE INDEX "proposal_state_due_on_idx" ON "proposal"("state", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "booking_claim_id_key" ON "booking"("claim_id");

-- CreateIndex
CREATE INDEX "booking_state_date_idx" ON "booking"("state", "date");

-- CreateIndex
CREATE INDEX "booking_proposal_id_idx" ON "booking"("proposal_id");

-- CreateIndex
CREATE INDEX "clearing_round_state_created_at_idx" ON "clearing_round"("state", "created_at");

-- CreateIndex
CREATE INDEX "clearing_assignment_group_id_idx" ON "clearing_assignment"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "hold_claim_id_key" ON "hold"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "hold_follows_id_key" ON "hold"("follows_id");

-- CreateIndex
CREATE INDEX "hold_state_expires_on_idx" ON "hold"("state", "expires_on");

-- CreateIndex
CREATE INDEX "hold_offer_id_idx" ON "hold"("offer_id");

-- CreateIndex
CREATE UNIQUE INDEX "hold_round_id_group_id_key" ON "hold"("round_id", "group_id");

-- AddForeignKey
ALTER TABLE "capacity_slot" ADD CONSTRAINT "capacity_slot_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_claim" ADD CONSTRAINT "place_claim_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "capacity_slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_claim" ADD CONSTRAINT "place_claim_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "request_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_request" ADD CONSTRAINT "support_request_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "school_branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_request" ADD CONSTRAINT "support_request_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_group" ADD CONSTRAINT "request_group_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "place_claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearing_assignment" ADD CONSTRAINT "clearing_assignment_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "clearing_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearing_assignment" ADD CONSTRAINT "clearing_assignment_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "request_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearing_assignment" ADD CONSTRAINT "clearing_assignment_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "place_claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_round_id_group_id_fkey" FOREIGN KEY ("round_id", "group_id") REFERENCES "clearing_assignment"("round_id", "group_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_follows_id_fkey" FOREIGN KEY ("follows_id") REFERENCES "hold"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- What Prisma cannot express.

-- A place is never given twice: the count follows the claims, and the check refuses one too many.
ALTER TABLE "capacity_slot" ADD CONSTRAINT "capacity_slot_taken" CHECK (taken BETWEEN 0 AND places);
ALTER TABLE "capacity_slot" ADD CONSTRAINT "capacity_slot_places" CHECK (places BETWEEN 0 AND 1000);
ALTER TABLE "capacity_slot" ADD CONSTRAINT "capacity_slot_span" CHECK (starts_on <= ends_on);

CREATE FUNCTION "place_claim_count"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.released_at IS NULL THEN
    UPDATE capacity_slot SET taken = taken - 1 WHERE id = OLD.slot_id;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.released_at IS NULL THEN
    UPDATE capacity_slot SET taken = taken + 1 WHERE id = NEW.slot_id;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "place_claim_count" AFTER INSERT OR DELETE OR UPDATE OF slot_id, released_at ON "place_claim"
  FOR EACH ROW EXECUTE FUNCTION "place_claim_count"();

-- A group has one place at most, held or booked.
CREATE UNIQUE INDEX "place_claim_one_per_group" ON "place_claim"("group_id") WHERE released_at IS NULL;
-- A request stands once before a company with the same offer.
CREATE UNIQUE INDEX "proposal_one_open" ON "proposal"("request_id", "offer_id")
  WHERE state IN ('sent', 'viewed', 'considering');
-- The waiting list, oldest first.
CREATE INDEX "support_request_waiting" ON "support_request"("waiting_since") WHERE waiting_since IS NOT NULL;

ALTER TABLE "support_request" ADD CONSTRAINT "support_request_topics" CHECK (state = 'draft' OR cardinality(topic_ids) BETWEEN 1 AND 3);
ALTER TABLE "support_request" ADD CONSTRAINT "support_request_kinds" CHECK (state = 'draft' OR cardinality(kinds) >= 1);
ALTER TABLE "support_request" ADD CONSTRAINT "support_request_years" CHECK (state = 'draft' OR cardinality(years) >= 1);
ALTER TABLE "support_request" ADD CONSTRAINT "support_request_level" CHECK (level IN ('po', 'pro', 'vmbo', 'havo', 'vwo'));
ALTER TABLE "support_request" ADD CONSTRAINT "support_request_group_size" CHECK (group_size BETWEEN 1 AND 500);
ALTER TABLE "support_request" ADD CONSTRAINT "support_request_period" CHECK ((period_from IS NULL) = (period_until IS NULL) AND period_from <= period_until);
ALTER TABLE "support_request" ADD CONSTRAINT "support_request_weekdays" CHECK (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]);
ALTER TABLE "support_request" ADD CONSTRAINT "support_request_distance" CHECK (max_distance_km IS NULL OR max_distance_km BETWEEN 1 AND 400);
ALTER TABLE "support_request" ADD CONSTRAINT "support_request_waiting_reason" CHECK ((waiting_since IS NULL) = (waiting_reason IS NULL));
ALTER TABLE "request_group" ADD CONSTRAINT "request_group_number" CHECK (number BETWEEN 1 AND 20);
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_groups" CHECK (groups_asked BETWEEN 1 AND 20 AND groups_accepted BETWEEN 0 AND groups_asked);
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_decline" CHECK ((state = 'declined') = (decline_reason IS NOT NULL));
ALTER TABLE "booking" ADD CONSTRAINT "booking_date" CHECK (date IS NOT NULL OR (agree_by IS NOT NULL AND cardinality(date_options) BETWEEN 0 AND 3));
ALTER TABLE "booking" ADD CONSTRAINT "booking_start_time" CHECK (start_time IS NULL OR start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE "booking" ADD CONSTRAINT "booking_cancelled" CHECK ((state = 'cancelled') = (cancelled_by IS NOT NULL) AND (state = 'cancelled') = (cancel_reason IS NOT NULL));
ALTER TABLE "booking" ADD CONSTRAINT "booking_pupils" CHECK (pupils_reached IS NULL OR pupils_reached BETWEEN 0 AND 2000);

-- Class-places of the offers that exist already: this school year and the next.
INSERT INTO "capacity_slot" (id, offer_id, starts_on, ends_on, places)
SELECT gen_random_uuid(), o.id, make_date(y, 8, 1), make_date(y + 1, 7, 31), o.sessions_per_year
FROM "offer" o
CROSS JOIN LATERAL (SELECT (extract(year FROM now())::int - CASE WHEN extract(month FROM now()) < 8 THEN 1 ELSE 0 END) AS first) f
CROSS JOIN LATERAL (VALUES (f.first), (f.first + 1)) AS v(y)
WHERE o.sessions_per_year IS NOT NULL;
