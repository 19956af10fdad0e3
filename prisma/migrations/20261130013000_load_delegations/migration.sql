-- CreateTable
CREATE TABLE "load_delegation" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "granted_by_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "load_delegation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "load_delegation_organisation_id_granted_at_idx" ON "load_delegation"("organisation_id", "granted_at" DESC);

-- CreateIndex
CREATE INDEX "load_delegation_partner_id_granted_at_idx" ON "load_delegation"("partner_id", "granted_at" DESC);

-- AddForeignKey
ALTER TABLE "load_delegation" ADD CONSTRAINT "load_delegation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "load_delegation" ADD CONSTRAINT "load_delegation_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "load_delegation" ADD CONSTRAINT "load_delegation_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "load_delegation" ADD CONSTRAINT "load_delegation_revoked_by_id_fkey" FOREIGN KEY ("revoked_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A load and a feed that a partner brought.
ALTER TABLE "offer_load" ADD COLUMN "partner_id" UUID;
ALTER TABLE "offer_feed" ADD COLUMN "partner_id" UUID;

-- AddForeignKey
ALTER TABLE "offer_load" ADD CONSTRAINT "offer_load_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_feed" ADD CONSTRAINT "offer_feed_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot express.
ALTER TABLE "load_delegation" ADD CONSTRAINT "load_delegation_to_another" CHECK (organisation_id <> partner_id);
CREATE UNIQUE INDEX "load_delegation_once" ON "load_delegation"("organisation_id", "partner_id") WHERE revoked_at IS NULL;
