-- What a user is told in the page, how the mail of each kind comes, and addresses to which mails do not arrive.
CREATE TYPE "notification_delivery" AS ENUM ('now', 'daily', 'weekly', 'off');
CREATE TYPE "mail_trouble_cause" AS ENUM ('refused', 'unreachable', 'bounced');

CREATE TABLE "notification" (
  "id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "preview" TEXT NOT NULL,
  "locale" TEXT NOT NULL,
  "path" TEXT,
  "delivery" "notification_delivery" NOT NULL,
  "digest_key" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "read_at" TIMESTAMPTZ(3),
  CONSTRAINT "notification_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "notification_path_is_ours" CHECK ("path" ~ '^/([^/\\]|$)'),
  CONSTRAINT "notification_digest_of_digest" CHECK ("digest_key" IS NULL OR "delivery" IN ('daily', 'weekly'))
);
CREATE UNIQUE INDEX "notification_user_id_reason_key" ON "notification"("user_id", "reason");
CREATE INDEX "notification_user_id_created_at_idx" ON "notification"("user_id", "created_at");
CREATE INDEX "notification_user_id_read_at_idx" ON "notification"("user_id", "read_at");
CREATE INDEX "notification_delivery_digest_key_idx" ON "notification"("delivery", "digest_key");
CREATE INDEX "notification_created_at_idx" ON "notification"("created_at");
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "notification_choice" (
  "user_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "delivery" "notification_delivery" NOT NULL,
  CONSTRAINT "notification_choice_pkey" PRIMARY KEY ("user_id", "kind")
);
ALTER TABLE "notification_choice" ADD CONSTRAINT "notification_choice_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "quiet_hours" (
  "user_id" UUID NOT NULL,
  "from_time" TEXT,
  "until_time" TEXT,
  "weekends" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "quiet_hours_pkey" PRIMARY KEY ("user_id"),
  CONSTRAINT "quiet_hours_are_times" CHECK (
    ("from_time" IS NULL AND "until_time" IS NULL) OR
    ("from_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "until_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
      AND "from_time" <> "until_time")
  )
);
ALTER TABLE "quiet_hours" ADD CONSTRAINT "quiet_hours_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "postponed_mail" (
  "reason" TEXT NOT NULL,
  "user_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "mail" JSONB NOT NULL,
  "due_at" TIMESTAMPTZ(3) NOT NULL,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "postponed_mail_pkey" PRIMARY KEY ("reason")
);
CREATE INDEX "postponed_mail_due_at_idx" ON "postponed_mail"("due_at");
CREATE INDEX "postponed_mail_user_id_idx" ON "postponed_mail"("user_id");
ALTER TABLE "postponed_mail" ADD CONSTRAINT "postponed_mail_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "mail_trouble" (
  "address_hash" TEXT NOT NULL,
  "cause" "mail_trouble_cause" NOT NULL,
  "mails" INTEGER NOT NULL DEFAULT 1,
  "since" TIMESTAMPTZ(3) NOT NULL,
  "last_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "mail_trouble_pkey" PRIMARY KEY ("address_hash")
);
CREATE INDEX "mail_trouble_last_at_idx" ON "mail_trouble"("last_at");

ALTER TABLE "mail_log" ADD COLUMN "message_id" TEXT;
ALTER TABLE "mail_log" ADD COLUMN "bounced_at" TIMESTAMPTZ(3);
CREATE INDEX "mail_log_message_id_idx" ON "mail_log"("message_id");

-- Who is shown something live hears of it at once, in every process; and hears nothing more when the session ends.
CREATE FUNCTION "tell_of_notification"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('live', 'notified ' || NEW."user_id");
  RETURN NULL;
END $$;
CREATE TRIGGER "notification_is_told" AFTER INSERT OR UPDATE OF "read_at" ON "notification"
  FOR EACH ROW EXECUTE FUNCTION "tell_of_notification"();

CREATE FUNCTION "tell_of_ended_session"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('live', 'ended ' || OLD."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "ended_session_is_told" AFTER DELETE ON "session"
  FOR EACH ROW EXECUTE FUNCTION "tell_of_ended_session"();
