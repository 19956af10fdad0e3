-- What an administrator decides: who is blocked, what is switched off, and through whose eyes somebody looks.
ALTER TABLE "app_user" ADD COLUMN "blocked_at" TIMESTAMPTZ(3);
ALTER TABLE "app_user" ADD COLUMN "blocked_reason" TEXT;
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_blocked_with_reason" CHECK (("blocked_at" IS NULL) = ("blocked_reason" IS NULL));
CREATE INDEX "app_user_blocked_at_idx" ON "app_user" ("blocked_at") WHERE "blocked_at" IS NOT NULL;

CREATE TABLE "feature_switch" (
  "key" TEXT NOT NULL,
  "is_on" BOOLEAN NOT NULL,
  "set_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "feature_switch_pkey" PRIMARY KEY ("key")
);

-- Of one signed-in browser; it ends by itself after half an hour, and with the session.
CREATE TABLE "impersonation" (
  "session_id" TEXT NOT NULL,
  "user_id" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "begun_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "impersonation_pkey" PRIMARY KEY ("session_id"),
  CONSTRAINT "impersonation_is_short" CHECK ("ends_at" > "begun_at" AND "ends_at" <= "begun_at" + interval '30 minutes')
);
ALTER TABLE "impersonation" ADD CONSTRAINT "impersonation_session_id_fkey"
  FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "impersonation" ADD CONSTRAINT "impersonation_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "impersonation_user_id_idx" ON "impersonation" ("user_id");
