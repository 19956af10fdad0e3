CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "region_kind" AS ENUM ('labour_market', 'own');

-- CreateEnum
CREATE TYPE "holiday_region" AS ENUM ('noord', 'midden', 'zuid');

-- CreateEnum
CREATE TYPE "vocabulary" AS ENUM ('subject', 'profile', 'network', 'top_sector');

-- CreateEnum
CREATE TYPE "school_sector" AS ENUM ('po', 'so', 'vo');

-- CreateEnum
CREATE TYPE "school_branch_change_kind" AS ENUM ('added', 'changed', 'closed', 'reopened');

-- CreateEnum
CREATE TYPE "membership_role" AS ENUM ('lead', 'member');

-- CreateEnum
CREATE TYPE "verification" AS ENUM ('pending', 'verified', 'refused');

-- CreateEnum
CREATE TYPE "offer_kind" AS ENUM ('guest-lesson', 'excursion', 'lesson-material', 'co-development', 'event');

-- CreateEnum
CREATE TYPE "offer_state" AS ENUM ('draft', 'published', 'paused', 'archived');

-- CreateEnum
CREATE TYPE "offer_location" AS ENUM ('at-school', 'at-company', 'online', 'download');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('pending', 'sent', 'failed');

-- CreateTable
CREATE TABLE "landsdeel" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "landsdeel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region" (
    "id" TEXT NOT NULL,
    "kind" "region_kind" NOT NULL DEFAULT 'labour_market',
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "landsdeel_id" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_until" DATE,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipality" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "corop" TEXT,
    "holiday_region" "holiday_region" NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "region_municipality" (
    "region_id" TEXT NOT NULL,
    "municipality_code" TEXT NOT NULL,
    "valid_from" DATE NOT NULL DEFAULT '1900-01-01'::date,
    "valid_until" DATE,

    CONSTRAINT "region_municipality_pkey" PRIMARY KEY ("region_id","municipality_code","valid_from")
);

-- CreateTable
CREATE TABLE "place" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "municipality_code" TEXT NOT NULL,
    "holiday_region" "holiday_region" NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "postcode_area" (
    "pc4" TEXT NOT NULL,
    "place_name" TEXT NOT NULL,
    "municipality_code" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "postcode_area_pkey" PRIMARY KEY ("pc4")
);

-- CreateTable
CREATE TABLE "school_holiday" (
    "id" SERIAL NOT NULL,
    "school_year" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "region" "holiday_region" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "compulsory" BOOLEAN NOT NULL,

    CONSTRAINT "school_holiday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_holiday" (
    "date" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "public_holiday_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" TEXT NOT NULL,
    "parent_id" TEXT,
    "nl" TEXT NOT NULL,
    "en" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vocabulary_term" (
    "vocabulary" "vocabulary" NOT NULL,
    "id" TEXT NOT NULL,
    "nl" TEXT NOT NULL,
    "en" TEXT,
    "levels" TEXT[],
    "position" INTEGER NOT NULL,

    CONSTRAINT "vocabulary_term_pkey" PRIMARY KEY ("vocabulary","id")
);

-- CreateTable
CREATE TABLE "curriculum_goal" (
    "id" TEXT NOT NULL,
    "sector" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "domain" TEXT,
    "technical" BOOLEAN NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "curriculum_goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_branch" (
    "id" TEXT NOT NULL,
    "brin" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "house_number" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "place_name" TEXT NOT NULL,
    "municipality_code" TEXT NOT NULL,
    "sector" "school_sector" NOT NULL,
    "register_levels" TEXT[],
    "denomination" TEXT,
    "pupils" INTEGER,
    "website" TEXT,
    "holiday_region" "holiday_region" NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "closed_on" DATE,
    "search_text" TEXT NOT NULL,

    CONSTRAINT "school_branch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_import" (
    "id" UUID NOT NULL,
    "edition" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "closed" INTEGER NOT NULL,
    "reopened" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,

    CONSTRAINT "register_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_branch_change" (
    "import_id" UUID NOT NULL,
    "branch_id" TEXT NOT NULL,
    "kind" "school_branch_change_kind" NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "school_branch_change_pkey" PRIMARY KEY ("import_id","branch_id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "locale" TEXT NOT NULL DEFAULT 'nl',
    "is_administrator" BOOLEAN NOT NULL DEFAULT false,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_membership" (
    "user_id" UUID NOT NULL,
    "branch_id" TEXT NOT NULL,
    "role" "membership_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "school_membership_pkey" PRIMARY KEY ("user_id","branch_id")
);

-- CreateTable
CREATE TABLE "organisation_membership" (
    "user_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "membership_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_membership_pkey" PRIMARY KEY ("user_id","organisation_id")
);

-- CreateTable
CREATE TABLE "coordinator_region" (
    "user_id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,

    CONSTRAINT "coordinator_region_pkey" PRIMARY KEY ("user_id","region_id")
);

-- CreateTable
CREATE TABLE "one_use_link" (
    "id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_use_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "kvk_number" TEXT,
    "website" TEXT,
    "postcode" TEXT NOT NULL,
    "place_name" TEXT NOT NULL,
    "municipality_code" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "employees" INTEGER,
    "topic_ids" TEXT[],
    "top_sector_ids" TEXT[],
    "network_ids" TEXT[],
    "verification" "verification" NOT NULL DEFAULT 'pending',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "external_ref" TEXT,
    "submission_key" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" "offer_kind" NOT NULL,
    "state" "offer_state" NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "goal" TEXT,
    "description" TEXT NOT NULL,
    "preparation" TEXT,
    "follow_up" TEXT,
    "topic_ids" TEXT[],
    "levels" JSONB NOT NULL,
    "subject_ids" TEXT[],
    "curriculum_goal_ids" TEXT[],
    "profile_ids" TEXT[],
    "network_ids" TEXT[],
    "location" "offer_location" NOT NULL,
    "travel_radius_km" INTEGER,
    "service_region_ids" TEXT[],
    "place_name" TEXT NOT NULL,
    "municipality_code" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "group_size_max" INTEGER,
    "duration_minutes" INTEGER,
    "cost_cents" INTEGER NOT NULL DEFAULT 0,
    "languages" TEXT[],
    "access_notes" TEXT,
    "girls_focus" BOOLEAN NOT NULL DEFAULT false,
    "programme" TEXT,
    "material_url" TEXT,
    "contact_name" TEXT,
    "contact_email" TEXT,
    "sessions_per_year" INTEGER,
    "weekdays" INTEGER[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "external_ref" TEXT,
    "submission_key" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "last_confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_receipt" (
    "event_id" BIGINT NOT NULL,
    "subscriber" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_receipt_pkey" PRIMARY KEY ("event_id","subscriber")
);

-- CreateTable
CREATE TABLE "mail_log" (
    "id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "mail_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "name" TEXT NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "region_landsdeel_id_idx" ON "region"("landsdeel_id");

-- CreateIndex
CREATE INDEX "region_municipality_municipality_code_idx" ON "region_municipality"("municipality_code");

-- CreateIndex
CREATE UNIQUE INDEX "place_name_municipality_code_key" ON "place"("name", "municipality_code");

-- CreateIndex
CREATE INDEX "postcode_area_municipality_code_idx" ON "postcode_area"("municipality_code");

-- CreateIndex
CREATE UNIQUE INDEX "school_holiday_school_year_type_region_key" ON "school_holiday"("school_year", "type", "region");

-- CreateIndex
CREATE INDEX "school_branch_brin_idx" ON "school_branch"("brin");

-- CreateIndex
CREATE INDEX "school_branch_municipality_code_idx" ON "school_branch"("municipality_code");

-- CreateIndex
CREATE INDEX "school_branch_search_text_idx" ON "school_branch" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "school_branch_change_branch_id_idx" ON "school_branch_change"("branch_id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "school_membership_branch_id_idx" ON "school_membership"("branch_id");

-- CreateIndex
CREATE INDEX "organisation_membership_organisation_id_idx" ON "organisation_membership"("organisation_id");

-- CreateIndex
CREATE INDEX "coordinator_region_region_id_idx" ON "coordinator_region"("region_id");

-- CreateIndex
CREATE INDEX "one_use_link_purpose_subject_id_idx" ON "one_use_link"("purpose", "subject_id");

-- CreateIndex
CREATE INDEX "one_use_link_expires_at_idx" ON "one_use_link"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_external_ref_key" ON "organisation"("external_ref");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_submission_key_key" ON "organisation"("submission_key");

-- CreateIndex
CREATE INDEX "organisation_municipality_code_idx" ON "organisation"("municipality_code");

-- CreateIndex
CREATE UNIQUE INDEX "offer_submission_key_key" ON "offer"("submission_key");

-- CreateIndex
CREATE INDEX "offer_organisation_id_state_idx" ON "offer"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "offer_state_published_at_idx" ON "offer"("state", "published_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "offer_organisation_id_external_ref_key" ON "offer"("organisation_id", "external_ref");

-- CreateIndex
CREATE INDEX "outbox_event_type_subject_id_idx" ON "outbox_event"("type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_log_reason_key" ON "mail_log"("reason");

-- CreateIndex
CREATE INDEX "mail_log_created_at_idx" ON "mail_log"("created_at");

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_landsdeel_id_fkey" FOREIGN KEY ("landsdeel_id") REFERENCES "landsdeel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_municipality" ADD CONSTRAINT "region_municipality_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_municipality" ADD CONSTRAINT "region_municipality_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "postcode_area" ADD CONSTRAINT "postcode_area_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_branch" ADD CONSTRAINT "school_branch_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_branch_change" ADD CONSTRAINT "school_branch_change_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "register_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_membership" ADD CONSTRAINT "school_membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_membership" ADD CONSTRAINT "school_membership_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "school_branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_membership" ADD CONSTRAINT "organisation_membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_membership" ADD CONSTRAINT "organisation_membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordinator_region" ADD CONSTRAINT "coordinator_region_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordinator_region" ADD CONSTRAINT "coordinator_region_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma cannot express.
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_locale" CHECK (locale IN ('nl', 'en'));
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_name_length" CHECK (char_length(name) BETWEEN 1 AND 120);
ALTER TABLE "region_municipality" ADD CONSTRAINT "region_municipality_period" CHECK (valid_until IS NULL OR valid_until > valid_from);
ALTER TABLE "school_holiday" ADD CONSTRAINT "school_holiday_period" CHECK (ends_on >= starts_on);
ALTER TABLE "school_branch" ADD CONSTRAINT "school_branch_pupils" CHECK (pupils IS NULL OR pupils >= 0);
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_postcode" CHECK (postcode ~ '^[1-9][0-9]{3}([A-Z]{2})?$');
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_name_length" CHECK (char_length(name) BETWEEN 1 AND 160);
ALTER TABLE "offer" ADD CONSTRAINT "offer_topics" CHECK (state = 'draft' OR cardinality(topic_ids) BETWEEN 1 AND 3);
ALTER TABLE "offer" ADD CONSTRAINT "offer_travel_radius" CHECK (travel_radius_km IS NULL OR travel_radius_km BETWEEN 1 AND 400);
ALTER TABLE "offer" ADD CONSTRAINT "offer_group_size" CHECK (group_size_max IS NULL OR group_size_max BETWEEN 1 AND 500);
ALTER TABLE "offer" ADD CONSTRAINT "offer_duration" CHECK (duration_minutes IS NULL OR duration_minutes BETWEEN 5 AND 10080);
ALTER TABLE "offer" ADD CONSTRAINT "offer_cost" CHECK (cost_cents BETWEEN 0 AND 1000000);
ALTER TABLE "offer" ADD CONSTRAINT "offer_sessions" CHECK (sessions_per_year IS NULL OR sessions_per_year BETWEEN 0 AND 1000);
ALTER TABLE "offer" ADD CONSTRAINT "offer_weekdays" CHECK (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]);
ALTER TABLE "offer" ADD CONSTRAINT "offer_published_at" CHECK (state = 'draft' OR published_at IS NOT NULL);
ALTER TABLE "offer" ADD CONSTRAINT "offer_title_length" CHECK (char_length(title) <= 200);
