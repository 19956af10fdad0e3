-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "refusal_reason" TEXT,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "offer" ADD COLUMN     "postcode" TEXT;

-- Who is refused is told why, and nobody else has a reason.
UPDATE "organisation" SET "refusal_reason" = '' WHERE "verification" = 'refused';
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_refusal_reason" CHECK (("verification" = 'refused') = ("refusal_reason" IS NOT NULL));
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_kvk_number" CHECK ("kvk_number" ~ '^[0-9]{8}$');
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_employees" CHECK ("employees" BETWEEN 1 AND 1000000);
ALTER TABLE "offer" ADD CONSTRAINT "offer_postcode" CHECK ("postcode" ~ '^[1-9][0-9]{3}([A-Z]{2})?$');
ALTER TABLE "offer" ADD CONSTRAINT "offer_material_url" CHECK ("material_url" ~ '^https://');
