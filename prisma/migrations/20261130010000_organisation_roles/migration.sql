-- CreateEnum
CREATE TYPE "organisation_role" AS ENUM ('owner', 'editor', 'viewer');

-- Who led an organisation owns it; who was a member could do everything but change the organisation, as an editor can.
ALTER TABLE "organisation_membership" ALTER COLUMN "role" TYPE "organisation_role"
  USING (CASE "role"::text WHEN 'lead' THEN 'owner' ELSE 'editor' END)::"organisation_role";

-- No organisation with people is without an owner: the one who is there longest.
UPDATE "organisation_membership" m SET "role" = 'owner'
FROM (
  SELECT DISTINCT ON (organisation_id) organisation_id, user_id FROM "organisation_membership"
  WHERE organisation_id NOT IN (SELECT organisation_id FROM "organisation_membership" WHERE role = 'owner')
  ORDER BY organisation_id, created_at, user_id
) first
WHERE m.organisation_id = first.organisation_id AND m.user_id = first.user_id;

-- CreateTable
CREATE TABLE "organisation_invitation" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "role" "organisation_role" NOT NULL,
    "invited_by_id" UUID,
    "locale" TEXT NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisation_invitation_organisation_id_email_key" ON "organisation_invitation"("organisation_id", "email");

-- AddForeignKey
ALTER TABLE "organisation_invitation" ADD CONSTRAINT "organisation_invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_invitation" ADD CONSTRAINT "organisation_invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot express.
ALTER TABLE "organisation_invitation" ADD CONSTRAINT "organisation_invitation_lasts" CHECK (expires_at > invited_at);
