-- Who changed what of a clearing round, and what it gave then.
CREATE TABLE "clearing_round_step" (
  "round_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "what" TEXT NOT NULL,
  "details" JSONB NOT NULL,
  "served" INTEGER NOT NULL,
  "waiting" INTEGER NOT NULL,
  "solve_ms" INTEGER,
  "by_id" UUID,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "clearing_round_step_pkey" PRIMARY KEY ("round_id", "number")
);
ALTER TABLE "clearing_round_step" ADD CONSTRAINT "clearing_round_step_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "clearing_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "clearing_round_step" ADD CONSTRAINT "clearing_round_step_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
