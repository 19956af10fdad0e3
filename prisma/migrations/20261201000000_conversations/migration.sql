-- A school and a company talk about a request, on the pages and by mail.
CREATE TYPE "conversation_side" AS ENUM ('school', 'company');
CREATE TYPE "message_way" AS ENUM ('web', 'mail');
CREATE TYPE "delivery_state" AS ENUM ('sent', 'failed');
CREATE TYPE "abuse_reason" AS ENUM ('rude', 'spam', 'personal', 'unsafe', 'other');
CREATE TYPE "abuse_state" AS ENUM ('open', 'handled');

CREATE TABLE "conversation" (
  "id" UUID NOT NULL,
  "request_id" UUID NOT NULL,
  "organisation_id" UUID NOT NULL,
  "branch_id" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "school_last_at" TIMESTAMPTZ(3),
  "company_last_at" TIMESTAMPTZ(3),
  "school_blocked_at" TIMESTAMPTZ(3),
  "company_blocked_at" TIMESTAMPTZ(3),
  CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "conversation_request_id_organisation_id_key" ON "conversation"("request_id", "organisation_id");
CREATE INDEX "conversation_branch_id_idx" ON "conversation"("branch_id");
CREATE INDEX "conversation_organisation_id_idx" ON "conversation"("organisation_id");
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_request_id_fkey"
  FOREIGN KEY ("request_id") REFERENCES "support_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_organisation_id_fkey"
  FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_branch_id_fkey"
  FOREIGN KEY ("branch_id") REFERENCES "school_branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "conversation_participant" (
  "conversation_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "token_hash" TEXT NOT NULL,
  "read_at" TIMESTAMPTZ(3),
  "muted_at" TIMESTAMPTZ(3),
  CONSTRAINT "conversation_participant_pkey" PRIMARY KEY ("conversation_id", "user_id")
);
CREATE UNIQUE INDEX "conversation_participant_token_hash_key" ON "conversation_participant"("token_hash");
CREATE INDEX "conversation_participant_user_id_idx" ON "conversation_participant"("user_id");
ALTER TABLE "conversation_participant" ADD CONSTRAINT "conversation_participant_conversation_id_fkey"
  FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "conversation_participant" ADD CONSTRAINT "conversation_participant_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "conversation_message" (
  "id" UUID NOT NULL,
  "conversation_id" UUID NOT NULL,
  "side" "conversation_side" NOT NULL,
  "author_id" UUID,
  "way" "message_way" NOT NULL,
  "text" TEXT NOT NULL,
  "refused_files" JSONB NOT NULL DEFAULT '[]',
  "mail_id" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "conversation_message_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "conversation_message_text_length" CHECK (char_length("text") <= 10000)
);
CREATE INDEX "conversation_message_conversation_id_created_at_idx"
  ON "conversation_message"("conversation_id", "created_at");
ALTER TABLE "conversation_message" ADD CONSTRAINT "conversation_message_conversation_id_fkey"
  FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "conversation_message" ADD CONSTRAINT "conversation_message_author_id_fkey"
  FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "conversation_file" (
  "id" UUID NOT NULL,
  "message_id" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "bytes" INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  "scan" "file_scan" NOT NULL,
  "scanned_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "conversation_file_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "conversation_file_position" CHECK ("position" BETWEEN 0 AND 4)
);
CREATE UNIQUE INDEX "conversation_file_message_id_position_key" ON "conversation_file"("message_id", "position");
CREATE INDEX "conversation_file_key_idx" ON "conversation_file"("key");
ALTER TABLE "conversation_file" ADD CONSTRAINT "conversation_file_message_id_fkey"
  FOREIGN KEY ("message_id") REFERENCES "conversation_message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "conversation_delivery" (
  "message_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "mail_id" TEXT NOT NULL,
  "state" "delivery_state" NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "conversation_delivery_pkey" PRIMARY KEY ("message_id", "user_id")
);
CREATE INDEX "conversation_delivery_user_id_idx" ON "conversation_delivery"("user_id");
ALTER TABLE "conversation_delivery" ADD CONSTRAINT "conversation_delivery_message_id_fkey"
  FOREIGN KEY ("message_id") REFERENCES "conversation_message"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "conversation_delivery" ADD CONSTRAINT "conversation_delivery_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "abuse_report" (
  "id" UUID NOT NULL,
  "conversation_id" UUID NOT NULL,
  "reporter_id" UUID,
  "side" "conversation_side" NOT NULL,
  "reason" "abuse_reason" NOT NULL,
  "text" TEXT,
  "state" "abuse_state" NOT NULL DEFAULT 'open',
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "handled_at" TIMESTAMPTZ(3),
  "handled_by_id" UUID,
  "note" TEXT,
  CONSTRAINT "abuse_report_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "abuse_report_text_length" CHECK (char_length("text") BETWEEN 1 AND 2000),
  CONSTRAINT "abuse_report_handled" CHECK (("state" = 'handled') = ("handled_at" IS NOT NULL AND "note" IS NOT NULL))
);
CREATE INDEX "abuse_report_state_created_at_idx" ON "abuse_report"("state", "created_at");
CREATE INDEX "abuse_report_conversation_id_idx" ON "abuse_report"("conversation_id");
ALTER TABLE "abuse_report" ADD CONSTRAINT "abuse_report_conversation_id_fkey"
  FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "abuse_report" ADD CONSTRAINT "abuse_report_reporter_id_fkey"
  FOREIGN KEY ("reporter_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "abuse_report" ADD CONSTRAINT "abuse_report_handled_by_id_fkey"
  FOREIGN KEY ("handled_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What is between a request and a company: no row where nothing is. A company that offered by itself reads which school it
-- is only after its yes, here as everywhere.
CREATE FUNCTION "conversation_pair"("of_request" uuid, "of_organisation" uuid)
RETURNS TABLE ("names_school" boolean, "last_on" date, "proposal_id" uuid, "booking_id" uuid, "offer_title" text)
LANGUAGE sql STABLE AS $$
  SELECT bool_or(x.names_school), max(x.day),
    (array_agg(x.proposal_id ORDER BY x.at DESC) FILTER (WHERE x.proposal_id IS NOT NULL))[1],
    (array_agg(x.booking_id ORDER BY x.at DESC) FILTER (WHERE x.booking_id IS NOT NULL))[1],
    (array_agg(x.title ORDER BY x.at DESC))[1]
  FROM (
    SELECT NOT p.by_company OR p.state = 'accepted' AS names_school, NULL::date AS day,
      CASE WHEN NOT p.by_company THEN p.id END AS proposal_id, NULL::uuid AS booking_id, o.title, p.sent_at AS at
    FROM proposal p JOIN offer o ON o.id = p.offer_id
    WHERE p.request_id = of_request AND o.organisation_id = of_organisation
    UNION ALL
    SELECT true, k.date, NULL, k.id, o.title, k.created_at
    FROM request_group g JOIN place_claim c ON c.group_id = g.id JOIN booking k ON k.claim_id = c.id
    JOIN capacity_slot s ON s.id = c.slot_id JOIN offer o ON o.id = s.offer_id
    WHERE g.request_id = of_request AND o.organisation_id = of_organisation
  ) x HAVING count(*) > 0
$$;
