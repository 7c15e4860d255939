import { expect, test } from "vitest";
import Papa from "papaparse";
import { GET as users } from "@/app/api/v2/users/route";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import { aGroup, anActor, aUser, uniqueName, type Caller } from "@/lib/testing/factories";
import { user } from "./schema";

type Query = Record<string, string | string[]>;

async function exported(caller: Caller, query: Query): Promise<Record<string, string>[]> {
  const called = await callAs(caller, users, { query, headers: { Accept: "text/csv" } });
  expect(called.status).toBe(200);
  expect(called.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const { data, meta } = Papa.parse<Record<string, string>>(called.text.trim(), {
    header: true,
  });
  expect(meta.fields).toEqual(Object.keys(user.shape));
  return data;
}

test("an export has the whole selection, sorted as asked, whatever the page", async () => {
  const word = uniqueName("word");
  const group = await aGroup();
  const other = await aGroup();
  await aUser({ username: `b-${word}`, displayName: "=1+1", groups: [group, other] });
  await aUser({ username: `a-${word}`, groups: [group] });
  await aUser({ username: `c-${word}` });
  const admin = await anActor("admin");
  const found = await exported(admin, {
    q: word,
    group,
    sort: "username",
    order: "desc",
    page: "2",
    per_page: "1",
  });
  expect(found.map(({ username }) => username)).toEqual([`b-${word}`, `a-${word}`]);
  expect(found[0]).toMatchObject({
    display_name: "'=1+1",
    user_group_ids: [group, other].sort().join(";"),
    remote_gw_ids: "",
    network_roles: "",
    account_disabled: "false",
  });
});

test.each(["username", "display_name", "platform_role_id", "last_login_time", "created_at"])(
  "an export by %s is the list, of more than one batch",
  async (sort) => {
    const word = uniqueName("word");
    const { prisma } = database();
    const names = Array.from({ length: 1_010 }, (_, index) => `${String(index)}-${word}`);
    await prisma.user.createMany({
      data: names.map((username, index) => ({
        username,
        displayName: `name ${String(index % 7)}`,
        displayNameLower: `name ${String(index % 7)}`,
        platformRoleId: index % 3 === 0 ? "auditor" : "service-user",
        lastLoginAt: new Date(1_700_000_000_000 + (index % 11)),
        createdBy: "test",
      })),
    });
    const query = { q: word, sort, order: "desc" };
    const admin = await anActor("admin");
    const found = (await exported(admin, query)).map(({ username }) => username);
    expect(new Set(found).size).toBe(names.length);
    const { payload } = await callAs(admin, users, { query: { ...query, per_page: "500" } });
    expect(found.slice(0, 500)).toEqual(payload.data.map(({ username }) => username));
  },
);

test("an export leaves one entry with its query; a list leaves none", async () => {
  const admin = await anActor("auditor");
  await exported(admin, { q: "ada", role: ["auditor", "admin"] });
  await callAs(admin, users, { query: { q: "ada" } });
  const entries = await database().prisma.auditEntry.findMany({
    where: { actorId: admin.id },
  });
  expect(entries).toMatchObject([
    {
      verb: "user.export",
      target: "",
      after: { q: "ada", role: ["auditor", "admin"], sort: "username", order: "asc" },
    },
  ]);
});
