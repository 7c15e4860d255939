-- CreateTable
CREATE TABLE "Gateway" (
    "id" UUID NOT NULL,
    "networkId" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameLower" TEXT COLLATE "C" NOT NULL,
    "searchText" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "isInternetGateway" BOOLEAN NOT NULL DEFAULT false,
    "publicKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "listenPort" INTEGER NOT NULL,
    "metaData" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "allowedEndpoints" TEXT[] COLLATE "C",
    "addresses" TEXT[] COLLATE "C",
    "dnsAddress" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "managesDns" BOOLEAN NOT NULL DEFAULT false,
    "matchDomains" TEXT[] COLLATE "C",
    "searchDomains" TEXT[] COLLATE "C",
    "nameservers" JSONB NOT NULL DEFAULT '[]',
    "status" TEXT COLLATE "C" NOT NULL DEFAULT 'offline',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" BIGINT NOT NULL DEFAULT ((EXTRACT(epoch FROM clock_timestamp()) * (1000000)::numeric))::bigint,

    CONSTRAINT "Gateway_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Gateway_nameLower_id_idx" ON "Gateway"("nameLower", "id");

-- CreateIndex
CREATE INDEX "Gateway_networkId_id_idx" ON "Gateway"("networkId", "id");

-- CreateIndex
CREATE INDEX "Gateway_status_id_idx" ON "Gateway"("status", "id");

-- CreateIndex
CREATE INDEX "Gateway_search_idx" ON "Gateway" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Gateway_networkId_nameLower_key" ON "Gateway"("networkId", "nameLower");

-- AddForeignKey
ALTER TABLE "Gateway" ADD CONSTRAINT "Gateway_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- What Prisma's language cannot say.
ALTER TABLE "Gateway"
  ADD CONSTRAINT "Gateway_listen_port" CHECK ("listenPort" BETWEEN 0 AND 65535),
  ADD CONSTRAINT "Gateway_status" CHECK ("status" IN ('online', 'offline', 'disconnected'));
