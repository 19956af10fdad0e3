-- Who somebody is at another sign-in service. Until it is confirmed it opens nothing.
CREATE TABLE "oidc_identity" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "user_id" UUID NOT NULL,
  "provider" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "branch_id" TEXT,
  "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "confirmed_at" TIMESTAMPTZ(3),
  CONSTRAINT "oidc_identity_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "oidc_identity_provider_subject_key" ON "oidc_identity"("provider", "subject");
CREATE INDEX "oidc_identity_user_id_idx" ON "oidc_identity"("user_id");
ALTER TABLE "oidc_identity" ADD CONSTRAINT "oidc_identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
