-- CreateIndex
CREATE INDEX "contact_channel_binding_idx" ON "contact_channel"("binding");
