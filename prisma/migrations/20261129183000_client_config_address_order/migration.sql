-- CreateIndex
CREATE INDEX "ClientConfig_address_id_idx" ON "ClientConfig"("address", "id");

-- CreateIndex
CREATE INDEX "ClientConfig_address6_id_idx" ON "ClientConfig"("address6", "id");
