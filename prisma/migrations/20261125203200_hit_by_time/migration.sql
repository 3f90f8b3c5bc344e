-- Whom an incident hit is looked for by when their codes were queued: without it, through all that was ever sent.
CREATE INDEX "message_queued_at_idx" ON "message"("queued_at");
