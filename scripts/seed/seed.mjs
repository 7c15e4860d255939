// Writes demo data in a few set-based statements: a million users take a minute or two.
import pg from "pg";
import { folded, people } from "./names.mjs";
import { organisation } from "./organisation.mjs";

const domains = ["example.com", "example.org", "acme.example", "globex.example", "initech.example"];
/** @typedef {{ users: number, log: (message: string) => void }} Options */

/**
 * @param {string} databaseUrl a migrated database without demo data
 * @param {Options} options
 */
export async function seed(databaseUrl, { users, log }) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await refuseSecondTime(client);
    await client.query("BEGIN");
    // The search index takes many rows at once much faster.
    await client.query("SET LOCAL work_mem = '128MB'");
    await client.query("SET LOCAL gin_pending_list_limit = '64MB'");
    await client.query(functions);
    await draftUsers(client, users);
    await client.query("ANALYZE draft");
    log(`Writing ${users.toLocaleString("en")} users.`);
    await client.query(insertUsers);
    log("Writing their networks, roles, groups and tokens.");
    await insertOrganisation(client, users);
    await client.query(countMembers);
    await client.query(insertTokens);
    log("Writing their devices.");
    await client.query(analyzeGrants);
    await client.query(insertAttachments);
    await client.query(insertConfigs);
    await client.query("COMMIT");
    log("Tidying up.");
    await client.query(
      'VACUUM (ANALYZE) "User", "GroupMember", "AccessToken", "Network", "Role", "Group", "GroupNetworkRole", ' +
        '"Gateway", "RoleGateway", "GatewayAttachment", "ClientConfig"',
    );
  } finally {
    await client.end();
  }
}

/** @param {pg.Client} client */
async function refuseSecondTime(client) {
  const { rowCount } = await client.query(`SELECT 1 FROM "Group" WHERE "id" LIKE 'demo-%' LIMIT 1`);
  if (rowCount) throw new Error("This database holds demo data already: seed an empty one.");
}

/** What looks like chance is a hash of the user's number, so that every run makes the same people. */
const functions = `
  CREATE FUNCTION pg_temp.chance(n bigint, about int) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS 'SELECT (hashint8extended(n, about) & 16777215) / 16777216.0::float8';
  CREATE FUNCTION pg_temp.pick(n bigint, about int, many int) RETURNS int LANGUAGE sql IMMUTABLE
    AS 'SELECT 1 + floor(pg_temp.chance(n, about) * many)::int';
  -- The first is twice as likely as the second, three times as likely as the third, and so on.
  CREATE FUNCTION pg_temp.rank(n bigint, about int, many int) RETURNS int LANGUAGE sql IMMUTABLE
    AS 'SELECT floor((many + 1) ^ pg_temp.chance(n, about))::int';`;

/** @param {pg.Client} client @param {number} users */
async function draftUsers(client, users) {
  const all = people();
  await client.query(draftTable, [
    users,
    all.map(({ displayName }) => displayName),
    // Made here, as the server does, so that every database folds it alike.
    all.map(({ displayName }) => folded(displayName)),
    all.map(({ given }) => given),
    all.map(({ family }) => family),
    domains,
  ]);
}

/** Namesakes are numbered: maria.silva, maria.silva2, … */
const draftTable = `
  CREATE TEMPORARY TABLE draft ON COMMIT DROP AS
  SELECT n, "displayName", "displayNameLower",
    local || CASE WHEN namesake > 1 THEN namesake::text ELSE '' END || domain AS "username",
    now() - (1 - n::float8 / $1::int) * interval '3 years'
      - pg_temp.chance(n, 4) * interval '1 day' AS "createdAt"
  FROM (
    SELECT *, row_number() OVER (PARTITION BY local, domain ORDER BY n) AS namesake
    FROM (
      SELECT n, ($2::text[])[who] AS "displayName", ($3::text[])[who] AS "displayNameLower",
        CASE
          WHEN style < 0.8 THEN ($4::text[])[who] || '.' || ($5::text[])[who]
          WHEN style < 0.9 THEN ($4::text[])[who] || '_' || ($5::text[])[who]
          ELSE left(($4::text[])[who], 1) || ($5::text[])[who] END AS local,
        CASE WHEN style < 0.45
          THEN '@' || ($6::text[])[pg_temp.pick(n, 3, cardinality($6::text[]))] ELSE '' END AS domain
      FROM (
        SELECT n, pg_temp.pick(n, 1, cardinality($2::text[])) AS who, pg_temp.chance(n, 2) AS style
        FROM generate_series(1, $1::int) AS n
      ) AS chosen
    ) AS named
  ) AS numbered`;

/** The ids are UUIDs of version 7. Nobody can sign in as one of these: they have no password. */
const insertUsers = `
  INSERT INTO "User" ("id", "username", "displayName", "displayNameLower", "platformRoleId", "authType",
    "externalId", "isDisabled", "isMfaEnabled", "lastLoginAt", "createdBy", "createdAt", "updatedAt")
  SELECT
    (lpad(to_hex(floor(extract(epoch FROM "createdAt") * 1000)::bigint), 12, '0') || '7'
      || substr(digest, 1, 3) || '8' || substr(digest, 4, 15))::uuid,
    "username", "displayName", "displayNameLower",
    CASE
      WHEN role < 0.001 THEN 'admin' WHEN role < 0.005 THEN 'auditor'
      WHEN role < 0.15 THEN 'platform-user' ELSE 'service-user' END,
    CASE WHEN is_oauth THEN 'oauth' ELSE 'basic_auth' END,
    CASE WHEN is_oauth THEN digest ELSE '' END,
    pg_temp.chance(n, 7) < 0.04,
    pg_temp.chance(n, 8) < 0.3,
    CASE WHEN pg_temp.chance(n, 9) < 0.12 THEN '0001-01-01 00:00:00+00'
      ELSE now() - (now() - "createdAt") * pg_temp.chance(n, 10) ^ 4 END,
    COALESCE((SELECT "username" FROM "User" WHERE "platformRoleId" = 'super-admin'), 'demo'),
    "createdAt", "createdAt"
  FROM (
    SELECT *, md5(n::text) AS digest, pg_temp.chance(n, 5) AS role, pg_temp.chance(n, 6) < 0.15 AS is_oauth
    FROM draft
  ) AS d
  ORDER BY n
  ON CONFLICT ("username") DO NOTHING`;

/** @param {pg.Client} client @param {number} users */
async function insertOrganisation(client, users) {
  const { networks, gateways, roles, groups, grants, teams } = organisation(users);
  await client.query(insertNetworks, [JSON.stringify(networks)]);
  await client.query(insertGateways, [JSON.stringify(gateways)]);
  await client.query(insertRoles, [JSON.stringify(roles)]);
  await client.query(insertRoleGateways);
  await client.query(insertGroups, [JSON.stringify(groups)]);
  await client.query(insertGrants, [JSON.stringify(grants)]);
  await client.query(insertMembers, [teams, networks.map(({ id }) => id)]);
}

/** Not where an address of theirs is taken: then nothing is granted there. */
const insertNetworks = `
  INSERT INTO "Network" ("id", "addressRange", "addressRange6")
  SELECT d."id", d."addressRange", d."addressRange6"
  FROM jsonb_to_recordset($1::jsonb) AS d ("id" text, "addressRange" inet, "addressRange6" inet)
  WHERE NOT EXISTS (SELECT 1 FROM "Network" n WHERE n."id" = d."id"
    OR n."addressRange" && d."addressRange" OR n."addressRange6" && d."addressRange6")`;

/** @param {string} alias */
const onNetworkOf = (alias) =>
  `(${alias}."networkId" IS NULL OR EXISTS (SELECT 1 FROM "Network" n WHERE n."id" = ${alias}."networkId"))`;

const insertRoles = `
  INSERT INTO "Role" ("id", "name", "nameLower", "searchText", "isDefault", "networkId", "fullAccess",
    "networkLevelAccess", "gatewayRight")
  SELECT d."id", d."name", d."nameLower", d."searchText", d."isDefault", d."networkId", d."fullAccess",
    COALESCE(d."networkLevelAccess", (SELECT "networkLevelAccess" FROM "Role" WHERE "id" = 'global-network-user')),
    d."gatewayRight"
  FROM jsonb_to_recordset($1::jsonb) AS d ("id" text, "name" text, "nameLower" text, "searchText" text,
    "isDefault" boolean, "networkId" text, "fullAccess" boolean, "networkLevelAccess" jsonb, "gatewayRight" text)
  WHERE ${onNetworkOf("d")}`;

/** Each with an address of its own at the beginning of the network's range. */
const insertGateways = `
  INSERT INTO "Gateway" ("id", "networkId", "name", "nameLower", "searchText", "isInternetGateway", "publicKey",
    "listenPort", "allowedEndpoints", "addresses", "matchDomains", "searchDomains", "status")
  SELECT d."id", d."networkId", d."name", d."nameLower", d."searchText", d."isInternetGateway", d."publicKey", 51821,
    ARRAY[d."endpoint"], ARRAY[host(network(n."addressRange") + row_number() OVER (
      PARTITION BY d."networkId" ORDER BY d."id")) || '/' || masklen(n."addressRange")], '{}', '{}', d."status"
  FROM jsonb_to_recordset($1::jsonb) AS d ("id" uuid, "networkId" text, "name" text, "nameLower" text,
    "searchText" text, "isInternetGateway" boolean, "publicKey" text, "endpoint" text, "status" text)
  JOIN "Network" n ON n."id" = d."networkId"
  ON CONFLICT DO NOTHING`;

const insertRoleGateways = `
  INSERT INTO "RoleGateway" ("roleId", "gatewayId")
  SELECT r."id", w."id" FROM "Role" r JOIN "Gateway" w
    ON jsonb_exists(r."networkLevelAccess" -> 'remote_access_gw', w."id"::text)
  ON CONFLICT DO NOTHING`;

const insertGroups = `
  INSERT INTO "Group" ("id", "name", "nameLower", "searchText", "isDefault", "networkId", "colorCode", "createdBy",
    "createdAt")
  SELECT d."id", d."name", d."nameLower", d."searchText", d."isDefault", d."networkId", d."colorCode", 'demo',
    now() - pg_temp.chance(hashtext(d."id"), 18) * interval '3 years'
  FROM jsonb_to_recordset($1::jsonb) AS d ("id" text, "name" text, "nameLower" text, "searchText" text,
    "isDefault" boolean, "networkId" text, "colorCode" text)
  WHERE ${onNetworkOf("d")}`;

const insertGrants = `
  INSERT INTO "GroupNetworkRole" ("id", "groupId", "networkId", "roleId")
  SELECT gen_random_uuid(), d."groupId", d."networkId", d."roleId"
  FROM jsonb_to_recordset($1::jsonb) AS d ("groupId" text, "networkId" text, "roleId" text)
  WHERE ${onNetworkOf("d")}`;

const newUsers = `draft AS d JOIN "User" u USING ("username") WHERE u."createdAt" = d."createdAt"::timestamptz(3)`;

/**
 * Everybody is in one to five groups: one to three teams, of which few have many members, a group of the whole company,
 * and one that a network or the server came with. Administrators are in theirs, as the server sees to it.
 */
const insertMembers = `
  WITH person AS MATERIALIZED (
    SELECT u."id", d.n, u."platformRoleId" = 'admin' AS "isAdmin",
      pg_temp.chance(d.n, 11) AS company, pg_temp.chance(d.n, 12) AS network,
      1 + (pg_temp.chance(d.n, 13) < 0.35)::int + (pg_temp.chance(d.n, 14) < 0.1)::int AS teams
    FROM ${newUsers}
  ),
  wanted AS (
    SELECT t."id", p."id" AS "userId" FROM person p JOIN generate_series(1, 3) AS nth ON nth <= p.teams
    JOIN unnest($1::text[]) WITH ORDINALITY AS t ("id", at)
      ON t.at = pg_temp.rank(p.n, 20 + nth, cardinality($1::text[]))
    UNION
    SELECT CASE
      WHEN company < 0.3 THEN 'demo-remote-workers' WHEN company < 0.4 THEN 'demo-contractors'
      WHEN company < 0.46 THEN 'demo-field-service' WHEN company < 0.463 THEN 'demo-network-operations'
      ELSE 'demo-security' END, p."id"
    FROM person p WHERE company < 0.465
    UNION
    SELECT CASE
      WHEN p."isAdmin" THEN 'global-network-admin-grp' WHEN network < 0.005 THEN 'global-network-user-grp'
      WHEN network < 0.01 THEN t."id" || '-network-admin-grp' ELSE t."id" || '-network-user-grp' END, p."id"
    FROM person p JOIN unnest($2::text[]) WITH ORDINALITY AS t ("id", at)
      ON t.at = pg_temp.rank(p.n, 15, cardinality($2::text[]))
    WHERE p."isAdmin" OR network < 0.2
  )
  INSERT INTO "GroupMember" ("groupId", "userId")
  SELECT "id", "userId" FROM wanted WHERE "id" IN (SELECT "id" FROM "Group")`;

const countMembers = `
  UPDATE "Group" g SET "memberCount" = (SELECT count(*) FROM "GroupMember" m WHERE m."groupId" = g."id")`;

const analyzeGrants =
  'ANALYZE "GroupMember", "GroupNetworkRole", "Role", "RoleGateway", "Gateway", "Network", "User"';

/** One in fifty is attached to a gateway. */
const insertAttachments = `
  INSERT INTO "GatewayAttachment" ("gatewayId", "networkId", "userId")
  SELECT w."id", w."networkId", u."id"
  FROM (SELECT *, row_number() OVER (ORDER BY "id") AS at, count(*) OVER () AS many FROM "Gateway") w
  JOIN (SELECT u."id", d.n FROM ${newUsers} AND u."platformRoleId" <> 'admin') u
    ON w.at = pg_temp.pick(u.n, 31, w.many::int)
  WHERE pg_temp.chance(u.n, 30) < 0.02
  ON CONFLICT DO NOTHING`;

/**
 * A third of those who have a gateway by a group have a device on one, which is some three in ten of all. The first
 * gateway of a network is the one that most are on. Addresses leave room for the gateways' own.
 */
const insertConfigs = `
  WITH numbered AS (
    SELECT w.*, row_number() OVER (PARTITION BY w."networkId" ORDER BY w."addresses"[1]::inet) AS at,
      count(*) OVER (PARTITION BY w."networkId") AS many FROM "Gateway" w
  ),
  owner AS MATERIALIZED (
    SELECT u."id", u."username", u."createdAt", d.n FROM ${newUsers} AND pg_temp.chance(d.n, 32) < 0.36
  ),
  chosen AS (
    SELECT DISTINCT ON (o."id") o.*, g."networkId"
    FROM owner o JOIN "GroupMember" m ON m."userId" = o."id"
    JOIN "GroupNetworkRole" g ON g."groupId" = m."groupId" AND g."networkId" IS NOT NULL
    JOIN "Role" r ON r."id" = g."roleId" AND r."gatewayRight" IN ('full_access', 'all_gateways')
    ORDER BY o."id", g."networkId" = 'headquarters' AND pg_temp.chance(o.n, 37) < 0.4 DESC,
      hashtextextended(g."networkId", o.n)
  ),
  placed AS (
    SELECT c.*, w."id" AS "gatewayId", n."addressRange", n."addressRange6",
      63 + row_number() OVER (PARTITION BY c."networkId" ORDER BY c.n) AS host
    FROM chosen c JOIN "Network" n ON n."id" = c."networkId"
    JOIN numbered w ON w."networkId" = c."networkId"
      AND w.at = CASE WHEN pg_temp.chance(c.n, 38) < 0.15 THEN 1 ELSE pg_temp.rank(c.n, 33, w.many::int) END
  )
  INSERT INTO "ClientConfig" ("id", "networkId", "gatewayId", "ownerId", "ownerName", "isEnabled", "publicKey",
    "address", "address6", "deviceId", "deviceName", "os", "isDevice", "searchText", "createdAt", "updatedAt")
  SELECT p.name, p."networkId", p."gatewayId", p."id", p."username", pg_temp.chance(p.n, 34) < 0.93,
    encode(sha256(convert_to(p.name, 'UTF8')), 'base64'), p.address, p.address6,
    CASE WHEN p."isDevice" THEN md5(p.name) ELSE '' END, p.device, p.os, p."isDevice",
    concat_ws(E'\n', p.name, p."username", lower(p.device), host(p.address), host(p.address6)),
    p."createdAt", p."createdAt"
  FROM (
    SELECT p.*, 'device-' || p.n AS name, pg_temp.chance(p.n, 35) < 0.8 AS "isDevice", d.device, d.os,
      host(network(p."addressRange") + p.host)::inet AS address,
      host(network(p."addressRange6") + p.host)::inet AS address6
    FROM placed p JOIN (VALUES (1, 'Laptop', 'Windows 11'), (2, 'MacBook', 'macOS 15'), (3, 'Phone', 'iOS 18'),
      (4, 'Pixel', 'Android 15'), (5, 'Workstation', 'Debian 13')) AS d (at, device, os) ON d.at = pg_temp.pick(p.n, 36, 5)
    WHERE network(p."addressRange") + p.host + 1 < broadcast(p."addressRange")
  ) p
  ON CONFLICT DO NOTHING`;

/** Random hashes: no token leads to them. */
const insertTokens = `
  INSERT INTO "AccessToken" ("id", "userId", "userName", "ownerDisabled", "name", "nameLower", "tokenHash",
    "createdBy", "createdAt", "lastUsedAt", "expiresAt")
  SELECT gen_random_uuid(), u."id", u."username", u."isDisabled", n."name", lower(n."name"),
    sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), u."username", u."createdAt",
    CASE WHEN pg_temp.chance(d.n, 15) < 0.3 THEN '0001-01-01 00:00:00+00'
      ELSE GREATEST(u."createdAt", now() - pg_temp.chance(d.n, 16) ^ 3 * interval '300 days') END,
    now() + (pg_temp.chance(d.n, 17) * 300 - 60) * interval '1 day'
  FROM draft AS d JOIN "User" u USING ("username")
    CROSS JOIN (VALUES ('terraform', 0.08), ('Backup script', 0.06), ('CI deploy', 0.06), ('grafana', 0.05),
      ('laptop', 0.05)) AS n ("name", "share")
  WHERE u."createdAt" = d."createdAt"::timestamptz(3)
    AND pg_temp.chance(d.n + hashtext(n."name"), 14) < n."share"`;
