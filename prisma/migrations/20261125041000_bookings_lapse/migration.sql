-- A booking for which nobody chose a day in time ends by itself.
ALTER TYPE "booking_party" ADD VALUE 'system';
ALTER TYPE "cancel_reason" ADD VALUE 'no-date';
CREATE INDEX "booking_state_agree_by_idx" ON "booking"("state", "agree_by");
