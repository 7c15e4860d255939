import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { checkDrift } from "@/scripts/lib/drift.mjs";

test("the migrations lead to the schema", async () => {
  const missing = await checkDrift(env().DATABASE_URL, { schemaPath: "prisma/schema.prisma" });
  expect(missing, "how prisma/schema.prisma and what the migrations made differ").toBe("");
});

async function namesOf(sql: string): Promise<string[]> {
  const { rows } = await database().pool.query<{ name: string }>(sql);
  return rows.map(({ name }) => name);
}

describe("what the schema's language cannot say", () => {
  test("no text is sorted or compared other than by bytes", async () => {
    const others = await namesOf(
      `SELECT c.relname || '.' || a.attname AS name
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_collation l ON l.oid = a.attcollation
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
         AND c.relname <> '_prisma_migrations' AND l.collname <> 'C'`,
    );
    expect(others).toEqual([]);
  });

  test.each([
    [
      "User_one_super_admin",
      /^CREATE UNIQUE INDEX .*WHERE \("platformRoleId" = 'super-admin'::text\)$/,
    ],
    ["User_search_idx", /USING gin .*username.*displayNameLower.*gin_trgm_ops\)$/s],
    ["AccessToken_search_idx", /USING gin .*nameLower.*userName.*gin_trgm_ops\)$/s],
    ["AuditEntry_search_idx", /USING gin \("searchText" gin_trgm_ops\)$/],
    ["GroupNetworkRole_grant_key", /^CREATE UNIQUE INDEX .*WHERE \("networkId" IS NOT NULL\)$/],
    ["GroupNetworkRole_all_networks_key", /^CREATE UNIQUE INDEX .*WHERE \("networkId" IS NULL\)$/],
  ])("the index %s is there", async (name, definition) => {
    const [found] = await namesOf(
      `SELECT indexdef AS name FROM pg_indexes WHERE schemaname = 'public' AND indexname = '${name}'`,
    );
    expect(found).toMatch(definition);
  });

  test("the triggers are there that count rows and copy what users are filtered by", async () => {
    const triggers = await namesOf(
      `SELECT c.relname || ' ' || t.tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const counting = ["AccessToken", "AuditEntry", "ClientConfig", "User"].flatMap((table) => [
      `${table} count_added`,
      `${table} count_removed`,
    ]);
    const copying = ["GroupMember traits_of_new_member", "User traits_of_members"];
    expect(triggers).toEqual([...counting, ...copying].sort());
  });

  test("the checks are there and hold", async () => {
    const checks = await namesOf(
      `SELECT conname AS name FROM pg_constraint
       WHERE contype = 'c' AND convalidated AND connamespace = 'public'::regnamespace ORDER BY 1`,
    );
    expect(checks).toEqual(
      expect.arrayContaining([
        "ServerSetting_one_row",
        "Session_kind",
        "UserSettings_text_size",
        "UserSettings_theme",
        "User_auth_type",
        "User_username_lower",
      ]),
    );
  });

  test("every foreign key has an index that begins with its columns", async () => {
    const bare = await namesOf(
      `SELECT conname AS name FROM pg_constraint k
       WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT EXISTS (
         SELECT 1 FROM pg_index i WHERE i.indrelid = k.conrelid
           AND (i.indkey::int2[])[0:array_length(k.conkey, 1) - 1] = k.conkey)`,
    );
    expect(bare).toEqual([]);
  });
});

describe("the seeded data", () => {
  test("has the roles and groups of the specification", async () => {
    expect(await namesOf(`SELECT "id" AS name FROM "Role" WHERE "isDefault" ORDER BY 1`)).toEqual([
      "admin",
      "auditor",
      "global-network-admin",
      "global-network-user",
      "platform-user",
      "service-user",
      "super-admin",
    ]);
    expect(await namesOf(`SELECT "id" AS name FROM "Group" WHERE "isDefault" ORDER BY 1`)).toEqual([
      "global-network-admin-grp",
      "global-network-user-grp",
    ]);
  });

  test("has the settings of the specification", async () => {
    const settings = await database().prisma.serverSetting.findMany();
    expect(settings).toMatchObject([
      {
        basicAuth: true,
        mfaEnforced: false,
        allowedEmailDomains: ["*"],
        sessionMinutes: 720,
        inviteDays: 7,
        tokenMaxDays: 366,
        passwordMinLength: 5,
      },
    ]);
  });

  test("has nobody", async () => {
    expect(await database().prisma.user.count()).toBe(0);
  });
});
