-- Projects: schools and companies that make lesson material together.
CREATE TYPE "project_state" AS ENUM ('preparing', 'running', 'finished', 'published', 'stopped');
CREATE TYPE "project_stop" AS ENUM ('no-time', 'no-people', 'other-plan', 'no-agreement', 'member-left', 'booking-cancelled', 'other');
CREATE TYPE "project_licence" AS ENUM ('cc-by-4.0', 'cc-by-sa-4.0', 'cc-by-nc-sa-4.0', 'cc0-1.0');
CREATE TYPE "project_member_state" AS ENUM ('invited', 'joined', 'refused', 'left');

CREATE TABLE "project" (
  "id" UUID NOT NULL,
  "booking_id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "goal" TEXT NOT NULL DEFAULT '',
  "results" TEXT NOT NULL DEFAULT '',
  "starts_on" DATE,
  "ends_on" DATE,
  "state" "project_state" NOT NULL DEFAULT 'preparing',
  "stop_reason" "project_stop",
  "stop_text" TEXT,
  "licence" "project_licence",
  "licence_round" INTEGER NOT NULL DEFAULT 0,
  "result_offer_id" UUID,
  "files_told_at" TIMESTAMPTZ(3) NOT NULL,
  "is_demo" BOOLEAN NOT NULL DEFAULT false,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "closed_at" TIMESTAMPTZ(3),
  CONSTRAINT "project_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "project_days" CHECK ("ends_on" IS NULL OR "starts_on" IS NULL OR "ends_on" >= "starts_on"),
  CONSTRAINT "project_stopped" CHECK (("state" = 'stopped') = ("stop_reason" IS NOT NULL))
);
-- A booking leads to one project, whoever presses first.
CREATE UNIQUE INDEX "project_booking_id_key" ON "project"("booking_id");
CREATE UNIQUE INDEX "project_result_offer_id_key" ON "project"("result_offer_id");
ALTER TABLE "project" ADD CONSTRAINT "project_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "project" ADD CONSTRAINT "project_result_offer_id_fkey" FOREIGN KEY ("result_offer_id") REFERENCES "offer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "project_member" (
  "id" UUID NOT NULL,
  "project_id" UUID NOT NULL,
  "branch_id" TEXT,
  "organisation_id" UUID,
  "state" "project_member_state" NOT NULL,
  "user_id" UUID,
  "agreed_round" INTEGER,
  "is_credited" BOOLEAN NOT NULL DEFAULT false,
  "asked_at" TIMESTAMPTZ(3) NOT NULL,
  "answered_at" TIMESTAMPTZ(3),
  CONSTRAINT "project_member_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "project_member_of_one" CHECK (num_nonnulls("branch_id", "organisation_id") = 1)
);
CREATE UNIQUE INDEX "project_member_project_id_branch_id_key" ON "project_member"("project_id", "branch_id");
CREATE UNIQUE INDEX "project_member_project_id_organisation_id_key" ON "project_member"("project_id", "organisation_id");
CREATE INDEX "project_member_branch_id_idx" ON "project_member"("branch_id");
CREATE INDEX "project_member_organisation_id_idx" ON "project_member"("organisation_id");
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "school_branch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "project_meeting" (
  "id" UUID NOT NULL,
  "project_id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "date" DATE NOT NULL,
  "start_time" TEXT NOT NULL,
  "duration_minutes" INTEGER NOT NULL,
  "place" TEXT,
  "online_url" TEXT,
  "agenda" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '',
  "sequence" INTEGER NOT NULL DEFAULT 0,
  "cancelled_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "project_meeting_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "project_meeting_minutes" CHECK ("duration_minutes" BETWEEN 5 AND 600),
  CONSTRAINT "project_meeting_somewhere" CHECK ("place" IS NOT NULL OR "online_url" IS NOT NULL)
);
CREATE INDEX "project_meeting_project_id_date_idx" ON "project_meeting"("project_id", "date");
ALTER TABLE "project_meeting" ADD CONSTRAINT "project_meeting_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "project_file" (
  "id" UUID NOT NULL,
  "project_id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "project_file_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "project_file_project_id_idx" ON "project_file"("project_id");
ALTER TABLE "project_file" ADD CONSTRAINT "project_file_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "project_file_version" (
  "id" UUID NOT NULL,
  "file_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "bytes" INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  "scan" "file_scan" NOT NULL,
  "scanned_at" TIMESTAMPTZ(3),
  "note" TEXT,
  "by_member_id" UUID,
  "by_user_id" UUID,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "project_file_version_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "project_file_version_file_id_number_key" ON "project_file_version"("file_id", "number");
CREATE INDEX "project_file_version_key_idx" ON "project_file_version"("key");
CREATE INDEX "project_file_version_created_at_idx" ON "project_file_version"("created_at");
ALTER TABLE "project_file_version" ADD CONSTRAINT "project_file_version_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "project_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "project_file_version" ADD CONSTRAINT "project_file_version_by_member_id_fkey" FOREIGN KEY ("by_member_id") REFERENCES "project_member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "project_file_version" ADD CONSTRAINT "project_file_version_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
