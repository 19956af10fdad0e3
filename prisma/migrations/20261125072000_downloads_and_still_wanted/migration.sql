-- How often material was taken on a day. Who took it is written nowhere.
CREATE TABLE "offer_download" (
    "offer_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "offer_download_pkey" PRIMARY KEY ("offer_id", "day"),
    CONSTRAINT "offer_download_count" CHECK ("count" > 0)
);
ALTER TABLE "offer_download" ADD CONSTRAINT "offer_download_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A school on the waiting list is asked whether it still looks; two mails without an answer end it.
ALTER TABLE "support_request" ADD COLUMN "still_wanted_at" TIMESTAMPTZ(3),
  ADD COLUMN "still_asked" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "still_asked_on" DATE,
  ADD COLUMN "still_answer_by" DATE;
ALTER TABLE "support_request" ADD CONSTRAINT "support_request_still_asked" CHECK (
  "still_asked" BETWEEN 0 AND 2
  AND ("still_asked" > 0) = ("still_asked_on" IS NOT NULL)
  AND ("still_asked" = 2) = ("still_answer_by" IS NOT NULL)
  AND ("still_asked" = 0 OR "waiting_since" IS NOT NULL)
);
