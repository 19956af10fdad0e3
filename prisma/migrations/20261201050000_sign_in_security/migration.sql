-- What a session knows of itself: how it was proven, when it was last used, which browser it is (family only).
ALTER TABLE "session"
  ADD COLUMN "proven_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "is_two_factor" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "browser" TEXT,
  ADD COLUMN "system" TEXT;

ALTER TABLE "app_user" ADD COLUMN "last_sign_in_at" TIMESTAMPTZ(3);

-- Something begun that one browser has to end: a second step, a passkey, a visit to another sign-in service.
CREATE TABLE "auth_ceremony" (
  "id" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "user_id" UUID,
  "payload" JSONB NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "auth_ceremony_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "auth_ceremony_expires_at_idx" ON "auth_ceremony"("expires_at");
CREATE INDEX "auth_ceremony_user_id_idx" ON "auth_ceremony"("user_id");
ALTER TABLE "auth_ceremony" ADD CONSTRAINT "auth_ceremony_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Codes by an app. "sealed" is the secret, encrypted by the key "key_id".
CREATE TABLE "totp_secret" (
  "user_id" UUID NOT NULL,
  "sealed" TEXT NOT NULL,
  "key_id" TEXT NOT NULL,
  "confirmed_at" TIMESTAMPTZ(3),
  "last_step" BIGINT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "totp_secret_pkey" PRIMARY KEY ("user_id")
);
ALTER TABLE "totp_secret" ADD CONSTRAINT "totp_secret_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "recovery_code" (
  "user_id" UUID NOT NULL,
  "code_hash" TEXT NOT NULL,
  "used_at" TIMESTAMPTZ(3),
  CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("user_id", "code_hash")
);
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
