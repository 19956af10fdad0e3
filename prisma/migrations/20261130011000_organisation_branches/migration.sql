-- CreateTable
CREATE TABLE "organisation_branch" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" CITEXT NOT NULL,
    "address" TEXT,
    "postcode" TEXT NOT NULL,
    "branch_number" TEXT,
    "place_name" TEXT NOT NULL,
    "municipality_code" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_branch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisation_branch_organisation_id_id_key" ON "organisation_branch"("organisation_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_branch_organisation_id_name_key" ON "organisation_branch"("organisation_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_branch_organisation_id_branch_number_key" ON "organisation_branch"("organisation_id", "branch_number");

-- AddForeignKey
ALTER TABLE "organisation_branch" ADD CONSTRAINT "organisation_branch_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_branch" ADD CONSTRAINT "organisation_branch_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An offer is at one of the branches of its own organisation.
ALTER TABLE "offer" ADD COLUMN "branch_id" UUID;

-- CreateIndex
CREATE INDEX "offer_branch_id_idx" ON "offer"("branch_id");

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_organisation_id_branch_id_fkey" FOREIGN KEY ("organisation_id", "branch_id") REFERENCES "organisation_branch"("organisation_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What Prisma cannot express.
ALTER TABLE "organisation_branch" ADD CONSTRAINT "organisation_branch_number" CHECK (branch_number ~ '^[0-9]{12}$');
ALTER TABLE "organisation_branch" ADD CONSTRAINT "organisation_branch_name_length" CHECK (char_length(name::text) BETWEEN 1 AND 120);
ALTER TABLE "offer" ADD CONSTRAINT "offer_at_one_place" CHECK (branch_id IS NULL OR postcode IS NULL);
