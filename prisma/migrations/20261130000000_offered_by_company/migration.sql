-- A company may offer something to a request by itself: a proposal in the other direction, which the school answers.
ALTER TYPE "decline_reason" ADD VALUE 'days-do-not-fit';
ALTER TYPE "decline_reason" ADD VALUE 'found-other';

ALTER TABLE "proposal" ADD COLUMN "by_company" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "date_options" DATE[] NOT NULL DEFAULT ARRAY[]::DATE[],
ADD COLUMN "offered_from" DATE,
ADD COLUMN "offered_until" DATE;

ALTER TABLE "proposal" ADD CONSTRAINT "proposal_date_options" CHECK (cardinality("date_options") <= 3);
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_offered_period" CHECK (("offered_from" IS NULL) = ("offered_until" IS NULL) AND "offered_from" <= "offered_until");
-- What a school asks names no days, and what a company offers is not passed on or thought about by that company.
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_direction" CHECK (CASE WHEN "by_company"
  THEN "state" IN ('sent', 'accepted', 'declined', 'withdrawn', 'expired') AND "addressed_to_id" IS NULL
  ELSE cardinality("date_options") = 0 AND "offered_from" IS NULL END);

-- A school may say that it wants no offers of companies for a request.
ALTER TABLE "support_request" ADD COLUMN "refuses_offers" BOOLEAN NOT NULL DEFAULT false;
