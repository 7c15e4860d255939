-- CreateTable
CREATE TABLE "GatewayAttachment" (
    "gatewayId" UUID NOT NULL,
    "networkId" TEXT COLLATE "C" NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "GatewayAttachment_pkey" PRIMARY KEY ("gatewayId","userId")
);

-- CreateTable
CREATE TABLE "ClientConfig" (
    "id" TEXT COLLATE "C" NOT NULL,
    "networkId" TEXT COLLATE "C" NOT NULL,
    "gatewayId" UUID NOT NULL,
    "ownerId" UUID,
    "ownerName" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "isEnabled" BOOLEAN NOT NULL DEFAULT true,
    "publicKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "address" INET,
    "address6" INET,
    "dns" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "remoteAccessClientId" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "deviceId" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "deviceName" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "os" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "isDevice" BOOLEAN NOT NULL DEFAULT false,
    "searchText" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" BIGINT NOT NULL DEFAULT ((EXTRACT(epoch FROM clock_timestamp()) * (1000000)::numeric))::bigint,

    CONSTRAINT "ClientConfig_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGateway" (
    "roleId" TEXT COLLATE "C" NOT NULL,
    "gatewayId" UUID NOT NULL,

    CONSTRAINT "RoleGateway_pkey" PRIMARY KEY ("roleId","gatewayId")
);

-- CreateIndex
CREATE INDEX "GatewayAttachment_userId_gatewayId_idx" ON "GatewayAttachment"("userId", "gatewayId");

-- CreateIndex
CREATE INDEX "GatewayAttachment_networkId_userId_idx" ON "GatewayAttachment"("networkId", "userId");

-- CreateIndex
CREATE INDEX "ClientConfig_networkId_id_idx" ON "ClientConfig"("networkId", "id");

-- CreateIndex
CREATE INDEX "ClientConfig_gatewayId_id_idx" ON "ClientConfig"("gatewayId", "id");

-- CreateIndex
CREATE INDEX "ClientConfig_ownerId_id_idx" ON "ClientConfig"("ownerId", "id");

-- CreateIndex
CREATE INDEX "ClientConfig_ownerName_id_idx" ON "ClientConfig"("ownerName", "id");

-- CreateIndex
CREATE INDEX "ClientConfig_updatedAt_id_idx" ON "ClientConfig"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "ClientConfig_search_idx" ON "ClientConfig" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "ClientConfig_networkId_address_key" ON "ClientConfig"("networkId", "address");

-- CreateIndex
CREATE UNIQUE INDEX "ClientConfig_networkId_address6_key" ON "ClientConfig"("networkId", "address6");

-- CreateIndex
CREATE INDEX "RoleGateway_gatewayId_idx" ON "RoleGateway"("gatewayId");

-- AddForeignKey
ALTER TABLE "GatewayAttachment" ADD CONSTRAINT "GatewayAttachment_gatewayId_fkey" FOREIGN KEY ("gatewayId") REFERENCES "Gateway"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GatewayAttachment" ADD CONSTRAINT "GatewayAttachment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientConfig" ADD CONSTRAINT "ClientConfig_gatewayId_fkey" FOREIGN KEY ("gatewayId") REFERENCES "Gateway"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientConfig" ADD CONSTRAINT "ClientConfig_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGateway" ADD CONSTRAINT "RoleGateway_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGateway" ADD CONSTRAINT "RoleGateway_gatewayId_fkey" FOREIGN KEY ("gatewayId") REFERENCES "Gateway"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's language cannot say.
CREATE UNIQUE INDEX "ClientConfig_gatewayId_publicKey_key" ON "ClientConfig"("gatewayId", "publicKey")
  WHERE "publicKey" <> '';

-- The devices of a network's addresses, in their order.
CREATE INDEX "ClientConfig_device_address_idx" ON "ClientConfig"("address", "id")
  WHERE "isDevice" AND "address" IS NOT NULL;

ALTER TABLE "ClientConfig"
  ADD CONSTRAINT "ClientConfig_owner" CHECK (("ownerId" IS NULL) = ("ownerName" = '')),
  ADD CONSTRAINT "ClientConfig_device" CHECK ("isDevice" = ("deviceId" <> '' OR "remoteAccessClientId" <> '')),
  ADD CONSTRAINT "ClientConfig_address" CHECK (family("address") = 4 AND masklen("address") = 32),
  ADD CONSTRAINT "ClientConfig_address6" CHECK (family("address6") = 6 AND masklen("address6") = 128);

-- The gateways that roles named so far.
INSERT INTO "RoleGateway" ("roleId", "gatewayId")
SELECT r."id", g."id" FROM "Role" r
CROSS JOIN jsonb_each(CASE WHEN jsonb_typeof(r."networkLevelAccess" -> 'remote_access_gw') = 'object'
  THEN r."networkLevelAccess" -> 'remote_access_gw' ELSE '{}' END) AS named
JOIN "Gateway" g ON g."id"::text = named.key
WHERE named.value ->> 'vpn_access' = 'true';

CREATE TRIGGER "count_added" AFTER INSERT ON "ClientConfig" REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_change"();
CREATE TRIGGER "count_removed" AFTER DELETE ON "ClientConfig" REFERENCING OLD TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_change"();
