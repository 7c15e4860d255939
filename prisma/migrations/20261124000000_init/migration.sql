-- Text is compared and sorted by bytes on every server, whatever its locale: COLLATE "C" throughout.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "username" TEXT COLLATE "C" NOT NULL,
    "displayName" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "displayNameLower" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "passwordHash" TEXT COLLATE "C",
    "platformRoleId" TEXT COLLATE "C" NOT NULL,
    "authType" TEXT COLLATE "C" NOT NULL DEFAULT 'basic_auth',
    "externalId" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "isDisabled" BOOLEAN NOT NULL DEFAULT false,
    "isMfaEnabled" BOOLEAN NOT NULL DEFAULT false,
    "lastLoginAt" TIMESTAMPTZ(3) NOT NULL DEFAULT '0001-01-01 00:00:00+00'::timestamp with time zone,
    "createdBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" BIGINT NOT NULL DEFAULT ((EXTRACT(epoch FROM clock_timestamp()) * (1000000)::numeric))::bigint,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UserSettings" (
    "userId" UUID NOT NULL,
    "theme" TEXT COLLATE "C" NOT NULL DEFAULT 'system',
    "textSize" TEXT COLLATE "C" NOT NULL DEFAULT '16',
    "reducedMotion" BOOLEAN NOT NULL DEFAULT false,
    "version" BIGINT NOT NULL DEFAULT ((EXTRACT(epoch FROM clock_timestamp()) * (1000000)::numeric))::bigint,

    CONSTRAINT "UserSettings_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" BYTEA,
    "kind" TEXT COLLATE "C" NOT NULL,
    "authMethod" TEXT COLLATE "C" NOT NULL,
    "mfa" BOOLEAN NOT NULL DEFAULT false,
    "ip" TEXT COLLATE "C" NOT NULL,
    "userAgent" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "identityConfirmedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessToken" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "parentId" UUID,
    "name" TEXT COLLATE "C" NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT '0001-01-01 00:00:00+00'::timestamp with time zone,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Role" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameLower" TEXT COLLATE "C" NOT NULL,
    "isPlatform" BOOLEAN NOT NULL DEFAULT false,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "networkId" TEXT COLLATE "C",
    "fullAccess" BOOLEAN NOT NULL DEFAULT false,
    "denyDashboardAccess" BOOLEAN NOT NULL DEFAULT false,
    "networkLevelAccess" JSONB NOT NULL DEFAULT '{}',
    "metaData" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" BIGINT NOT NULL DEFAULT ((EXTRACT(epoch FROM clock_timestamp()) * (1000000)::numeric))::bigint,

    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Group" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameLower" TEXT COLLATE "C" NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "externalId" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "colorCode" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "metaData" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "createdBy" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" BIGINT NOT NULL DEFAULT ((EXTRACT(epoch FROM clock_timestamp()) * (1000000)::numeric))::bigint,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "groupId" TEXT COLLATE "C" NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("groupId","userId")
);

-- CreateTable
CREATE TABLE "GroupNetworkRole" (
    "id" UUID NOT NULL,
    "groupId" TEXT COLLATE "C" NOT NULL,
    "networkId" TEXT COLLATE "C",
    "roleId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "GroupNetworkRole_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServerSetting" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "basicAuth" BOOLEAN NOT NULL DEFAULT true,
    "mfaEnforced" BOOLEAN NOT NULL DEFAULT false,
    "allowedEmailDomains" TEXT[] COLLATE "C" DEFAULT ARRAY['*']::TEXT[],
    "sessionMinutes" INTEGER NOT NULL DEFAULT 720,
    "inviteDays" INTEGER NOT NULL DEFAULT 7,
    "tokenMaxDays" INTEGER NOT NULL DEFAULT 366,
    "passwordMinLength" INTEGER NOT NULL DEFAULT 5,
    "secretCheck" TEXT COLLATE "C",
    "version" BIGINT NOT NULL DEFAULT ((EXTRACT(epoch FROM clock_timestamp()) * (1000000)::numeric))::bigint,

    CONSTRAINT "ServerSetting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT COLLATE "C" NOT NULL,
    "actorId" UUID,
    "verb" TEXT COLLATE "C" NOT NULL,
    "targetType" TEXT COLLATE "C" NOT NULL,
    "target" TEXT COLLATE "C" NOT NULL,
    "targetUserId" UUID,
    "ip" TEXT COLLATE "C" NOT NULL,
    "userAgent" TEXT COLLATE "C" NOT NULL,
    "requestId" TEXT COLLATE "C" NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "countKey" TEXT COLLATE "C",

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" TEXT COLLATE "C" NOT NULL,
    "failures" INTEGER NOT NULL,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "blockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Throttle_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_username_key" ON "User"("username");

-- CreateIndex
CREATE INDEX "User_platformRoleId_isDisabled_isMfaEnabled_authType_userna_idx" ON "User"("platformRoleId", "isDisabled", "isMfaEnabled", "authType", "username");

-- CreateIndex
CREATE INDEX "User_platformRoleId_username_idx" ON "User"("platformRoleId", "username");

-- CreateIndex
CREATE INDEX "User_displayNameLower_username_idx" ON "User"("displayNameLower", "username");

-- CreateIndex
CREATE INDEX "User_lastLoginAt_username_idx" ON "User"("lastLoginAt", "username");

-- CreateIndex
CREATE INDEX "User_createdAt_username_idx" ON "User"("createdAt", "username");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_createdAt_idx" ON "Session"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "AccessToken_tokenHash_key" ON "AccessToken"("tokenHash");

-- CreateIndex
CREATE INDEX "AccessToken_userId_expiresAt_idx" ON "AccessToken"("userId", "expiresAt");

-- CreateIndex
CREATE INDEX "AccessToken_parentId_idx" ON "AccessToken"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "AccessToken_userId_name_key" ON "AccessToken"("userId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Role_nameLower_key" ON "Role"("nameLower");

-- CreateIndex
CREATE UNIQUE INDEX "Group_nameLower_key" ON "Group"("nameLower");

-- CreateIndex
CREATE INDEX "GroupMember_userId_groupId_idx" ON "GroupMember"("userId", "groupId");

-- CreateIndex
CREATE INDEX "GroupNetworkRole_groupId_idx" ON "GroupNetworkRole"("groupId");

-- CreateIndex
CREATE INDEX "GroupNetworkRole_roleId_idx" ON "GroupNetworkRole"("roleId");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_countKey_key" ON "AuditEntry"("countKey");

-- CreateIndex
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry"("at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_actor_at_id_idx" ON "AuditEntry"("actor", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_at_id_idx" ON "AuditEntry"("actorId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_target_at_id_idx" ON "AuditEntry"("target", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_targetType_at_id_idx" ON "AuditEntry"("targetType", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_targetUserId_at_id_idx" ON "AuditEntry"("targetUserId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_verb_at_id_idx" ON "AuditEntry"("verb", "at", "id");

-- CreateIndex
CREATE INDEX "Throttle_expiresAt_idx" ON "Throttle"("expiresAt");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_platformRoleId_fkey" FOREIGN KEY ("platformRoleId") REFERENCES "Role"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "UserSettings" ADD CONSTRAINT "UserSettings_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "AccessToken"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupNetworkRole" ADD CONSTRAINT "GroupNetworkRole_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupNetworkRole" ADD CONSTRAINT "GroupNetworkRole_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- At most one super admin, guaranteed by the database.
CREATE UNIQUE INDEX "User_one_super_admin" ON "User" ("platformRoleId") WHERE "platformRoleId" = 'super-admin';

-- Substring search. A line break cannot be part of a search term, so no match spans both names.
CREATE INDEX "User_search_idx" ON "User" USING GIN (("username" || E'\n' || "displayNameLower") gin_trgm_ops);
ALTER INDEX "User_search_idx" ALTER COLUMN 1 SET STATISTICS 1000;
-- Pages in the order of usernames, filtered or searched by terms too short for trigrams, come from this index alone,
-- without visiting the table.
CREATE INDEX "User_list_idx" ON "User" ("username")
  INCLUDE ("displayNameLower", "platformRoleId", "isDisabled", "isMfaEnabled", "authType");
-- That holds for pages that were vacuumed since they changed, so this table is tidied up early.
ALTER TABLE "User" SET (
  autovacuum_vacuum_scale_factor = 0.01,
  autovacuum_vacuum_insert_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.02
);
CREATE INDEX "AuditEntry_search_idx" ON "AuditEntry"
  USING GIN ((lower(("actor" || E'\n' || "verb" || E'\n' || "target") COLLATE "default")) gin_trgm_ops);

CREATE UNIQUE INDEX "GroupNetworkRole_grant_key" ON "GroupNetworkRole" ("groupId", "networkId", "roleId") WHERE "networkId" IS NOT NULL;
CREATE UNIQUE INDEX "GroupNetworkRole_all_networks_key" ON "GroupNetworkRole" ("groupId", "roleId") WHERE "networkId" IS NULL;

ALTER TABLE "User"
  ADD CONSTRAINT "User_username_lower" CHECK ("username" = lower("username")),
  ADD CONSTRAINT "User_auth_type" CHECK ("authType" IN ('basic_auth', 'oauth'));
ALTER TABLE "Session"
  ADD CONSTRAINT "Session_kind" CHECK ("kind" IN ('api', 'browser'));
ALTER TABLE "ServerSetting"
  ADD CONSTRAINT "ServerSetting_one_row" CHECK ("id" = 1);

-- Seeded data.

INSERT INTO "ServerSetting" ("id") VALUES (1);

INSERT INTO "Role" ("id", "name", "nameLower", "isPlatform", "isDefault", "fullAccess", "denyDashboardAccess") VALUES
  ('super-admin', 'Super Admin', 'super admin', true, true, true, false),
  ('admin', 'Admin', 'admin', true, true, true, false),
  ('auditor', 'Auditor', 'auditor', true, true, false, false),
  ('platform-user', 'Platform User', 'platform user', true, true, false, false),
  ('service-user', 'Service User', 'service user', true, true, false, true),
  ('global-network-admin', 'Network Admins', 'network admins', false, true, true, false);

INSERT INTO "Role" ("id", "name", "nameLower", "isDefault", "networkLevelAccess") VALUES
  ('global-network-user', 'Network Users', 'network users', true, '{"host": {"all_host": {"create": false, "read": true, "update": false, "delete": false, "vpn_access": false, "self_only": false}}, "remote_access_gw": {"all_remote_access_gw": {"create": false, "read": true, "update": false, "delete": false, "vpn_access": true, "self_only": false}}, "extclient": {"all_extclients": {"create": true, "read": true, "update": true, "delete": true, "vpn_access": false, "self_only": true}}, "jit_user": {"all_jit_user": {"create": true, "read": true, "update": true, "delete": true, "vpn_access": false, "self_only": true}}, "dns": {"all_dns": {"create": false, "read": true, "update": false, "delete": false, "vpn_access": false, "self_only": false}}, "acl": {"all_acl": {"create": false, "read": true, "update": false, "delete": false, "vpn_access": false, "self_only": false}}, "egress": {"all_egress": {"create": false, "read": true, "update": false, "delete": false, "vpn_access": false, "self_only": false}}, "inet_gw": {"all_inet_gw": {"create": false, "read": true, "update": false, "delete": false, "vpn_access": false, "self_only": false}}, "relay": {"all_relay": {"create": false, "read": true, "update": false, "delete": false, "vpn_access": false, "self_only": false}}, "tag": {"all_tag": {"create": false, "read": true, "update": false, "delete": false, "vpn_access": false, "self_only": false}}, "posturecheck": {"all_posturecheck": {"create": false, "read": true, "update": false, "delete": false, "vpn_access": false, "self_only": false}}, "nameserver": {"all_nameserver": {"create": false, "read": true, "update": false, "delete": false, "vpn_access": false, "self_only": false}}}');

INSERT INTO "Group" ("id", "name", "nameLower", "isDefault") VALUES
  ('global-network-admin-grp', 'All Networks Admin Group', 'all networks admin group', true),
  ('global-network-user-grp', 'All Networks User Group', 'all networks user group', true);

INSERT INTO "GroupNetworkRole" ("id", "groupId", "networkId", "roleId") VALUES
  ('00000000-0000-7000-8000-000000000001', 'global-network-admin-grp', NULL, 'global-network-admin'),
  ('00000000-0000-7000-8000-000000000002', 'global-network-user-grp', NULL, 'global-network-user');
