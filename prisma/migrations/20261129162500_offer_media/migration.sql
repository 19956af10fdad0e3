-- CreateEnum
CREATE TYPE "file_scan" AS ENUM ('waiting', 'clean', 'infected', 'not-scanned');

-- CreateTable
CREATE TABLE "offer_picture" (
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "alt" TEXT NOT NULL,
    "alt_en" TEXT,
    "credit" TEXT,
    "sizes" JSONB NOT NULL,

    CONSTRAINT "offer_picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer_file" (
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "scan" "file_scan" NOT NULL,
    "scanned_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "offer_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "offer_picture_offer_id_position_key" ON "offer_picture"("offer_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "offer_file_offer_id_position_key" ON "offer_file"("offer_id", "position");

-- CreateIndex
CREATE INDEX "offer_file_key_idx" ON "offer_file"("key");

-- AddForeignKey
ALTER TABLE "offer_picture" ADD CONSTRAINT "offer_picture_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_file" ADD CONSTRAINT "offer_file_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An offer has at most five pictures and ten files, and no picture without words for who does not see it.
ALTER TABLE "offer_picture" ADD CONSTRAINT "offer_picture_position" CHECK ("position" BETWEEN 0 AND 4);
ALTER TABLE "offer_picture" ADD CONSTRAINT "offer_picture_alt" CHECK (btrim("alt") <> '');
ALTER TABLE "offer_file" ADD CONSTRAINT "offer_file_position" CHECK ("position" BETWEEN 0 AND 9);
ALTER TABLE "offer_file" ADD CONSTRAINT "offer_file_bytes" CHECK ("bytes" > 0);
