-- CreateEnum
CREATE TYPE "phone_entry_kind" AS ENUM ('entered', 'changed');

-- CreateTable
CREATE TABLE "phone_entry" (
    "id" UUID NOT NULL,
    "request_id" UUID,
    "offer_id" UUID,
    "kind" "phone_entry_kind" NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "contact_name" TEXT,
    "contact_email" CITEXT,

    CONSTRAINT "phone_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "phone_entry_request_id_at_idx" ON "phone_entry"("request_id", "at");

-- CreateIndex
CREATE INDEX "phone_entry_offer_id_at_idx" ON "phone_entry"("offer_id", "at");

-- CreateIndex
CREATE INDEX "phone_entry_at_idx" ON "phone_entry"("at");

-- AddForeignKey
ALTER TABLE "phone_entry" ADD CONSTRAINT "phone_entry_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phone_entry" ADD CONSTRAINT "phone_entry_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phone_entry" ADD CONSTRAINT "phone_entry_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- An entry is of one thing, and who rang has a name and an address or neither; only schools have requests without an account.
ALTER TABLE "phone_entry" ADD CONSTRAINT "phone_entry_of_one" CHECK (num_nonnulls("request_id", "offer_id") = 1);
ALTER TABLE "phone_entry" ADD CONSTRAINT "phone_entry_contact" CHECK (num_nonnulls("contact_name", "contact_email") <> 1);
ALTER TABLE "phone_entry" ADD CONSTRAINT "phone_entry_contact_of_request" CHECK ("contact_email" IS NULL OR "request_id" IS NOT NULL);

-- Who is written to about a request while nobody of its school has an account: who rang last.
CREATE VIEW "request_caller" AS
SELECT DISTINCT ON (e."request_id") e."request_id", e."contact_name" AS "name", e."contact_email" AS "email"
FROM "phone_entry" e JOIN "support_request" r ON r."id" = e."request_id"
WHERE e."contact_email" IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM "school_membership" m JOIN "app_user" u ON u."id" = m."user_id"
  WHERE m."branch_id" = r."branch_id" AND u."email_verified_at" IS NOT NULL)
ORDER BY e."request_id", e."at" DESC, e."id";
