-- Who waits is asked of every group: which offers did it let go before?
CREATE INDEX "hold_group_id_idx" ON "hold"("group_id");
