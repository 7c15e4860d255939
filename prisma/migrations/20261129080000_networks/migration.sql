-- Names are unique among network roles; platform roles are ours.
DROP INDEX "Role_nameLower_key";
CREATE UNIQUE INDEX "Role_network_role_name_key" ON "Role" ("nameLower") WHERE NOT "isPlatform";

ALTER TABLE "Group"
  ADD COLUMN "memberCount" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "networkId" TEXT COLLATE "C",
  ADD COLUMN "searchText" TEXT COLLATE "C" NOT NULL DEFAULT '';

ALTER TABLE "Role"
  ADD COLUMN "gatewayRight" TEXT COLLATE "C" NOT NULL DEFAULT 'reach',
  ADD COLUMN "searchText" TEXT COLLATE "C" NOT NULL DEFAULT '';

CREATE TABLE "Network" (
    "id" TEXT COLLATE "C" NOT NULL,
    "addressRange" INET,
    "addressRange6" INET,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" BIGINT NOT NULL DEFAULT ((EXTRACT(epoch FROM clock_timestamp()) * (1000000)::numeric))::bigint,

    CONSTRAINT "Network_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Group_networkId_idx" ON "Group"("networkId");
CREATE INDEX "Group_memberCount_nameLower_id_idx" ON "Group"("memberCount", "nameLower", "id");
CREATE INDEX "Group_createdAt_id_idx" ON "Group"("createdAt", "id");
CREATE INDEX "GroupNetworkRole_networkId_groupId_idx" ON "GroupNetworkRole"("networkId", "groupId");
CREATE INDEX "Role_networkId_idx" ON "Role"("networkId");
CREATE INDEX "Role_nameLower_id_idx" ON "Role"("nameLower", "id");

ALTER TABLE "Role" ADD CONSTRAINT "Role_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "Group" ADD CONSTRAINT "Group_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "GroupNetworkRole" ADD CONSTRAINT "GroupNetworkRole_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE "Network"
  ADD CONSTRAINT "Network_has_a_range" CHECK ("addressRange" IS NOT NULL OR "addressRange6" IS NOT NULL),
  ADD CONSTRAINT "Network_families" CHECK (family("addressRange") = 4 AND family("addressRange6") = 6);
ALTER TABLE "Role"
  ADD CONSTRAINT "Role_gateway_right" CHECK ("gatewayRight" IN ('full_access', 'all_gateways', 'gateway', 'reach'));
ALTER TABLE "Group"
  ADD CONSTRAINT "Group_member_count" CHECK ("memberCount" >= 0);

CREATE INDEX "Group_search_idx" ON "Group" USING GIN ("searchText" gin_trgm_ops);
CREATE INDEX "Role_search_idx" ON "Role" USING GIN ("searchText" gin_trgm_ops);

-- What is there already: all of it seeded, with names that fold to their lower case.
UPDATE "Role" SET
  "searchText" = lower("id" || E'\n' || "name"),
  "gatewayRight" = CASE WHEN "isPlatform" THEN 'reach' WHEN "fullAccess" THEN 'full_access' ELSE 'all_gateways' END;
UPDATE "Group" SET
  "searchText" = lower("id" || E'\n' || "name"),
  "memberCount" = (SELECT count(*) FROM "GroupMember" m WHERE m."groupId" = "Group"."id");
