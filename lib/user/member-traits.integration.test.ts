// Memberships have what users are filtered by: that the copies keep, and that lists by them are right.
import { beforeAll, describe, expect, test } from "vitest";
import { GET as page } from "@/app/api/v2/users/route";
import { PUT as update } from "@/app/api/users/[username]/route";
import { database } from "@/lib/db/client";
import { EXACT_TOTAL } from "@/lib/db/paging";
import { networkGroup } from "@/lib/group/built-in";
import { noteMemberships } from "@/lib/group/repository";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import { holding, untilBlocked } from "@/lib/testing/locks";
import {
  aGateway,
  aGroup,
  anAttachment,
  aNetwork,
  aUser,
  masterKey,
  uniqueName,
} from "@/lib/testing/factories";

/** Memberships that are not as their user is. */
async function staleCopies(): Promise<unknown[]> {
  const { rows } = await database().pool.query<object>(
    `SELECT m.* FROM "GroupMember" m JOIN "User" u ON u."id" = m."userId"
     WHERE (m."platformRoleId", m."isDisabled", m."isMfaEnabled", m."authType")
       IS DISTINCT FROM (u."platformRoleId", u."isDisabled", u."isMfaEnabled", u."authType")`,
  );
  return rows;
}

async function copyOf(groupId: string) {
  const { platformRoleId, isDisabled, isMfaEnabled, authType } =
    await database().prisma.groupMember.findFirstOrThrow({ where: { groupId } });
  return { platformRoleId, isDisabled, isMfaEnabled, authType };
}

describe("the copies", () => {
  const join = `INSERT INTO "GroupMember" ("groupId", "userId") VALUES ($2, $1)`;

  test("are as the user is who joins", async () => {
    const group = await aGroup();
    await aUser({ role: "auditor", isDisabled: true, authType: "oauth", groups: [group] });
    const traits = { platformRoleId: "auditor", isDisabled: true, isMfaEnabled: false };
    expect(await copyOf(group)).toEqual({ ...traits, authType: "oauth" });
  });

  test("change with the user", async () => {
    const group = await aGroup();
    const { username } = await aUser({ groups: [group, await aGroup()] });
    const body = { account_disabled: true, platform_role_id: "service-user" };
    expect((await callAs(masterKey, update, { params: { username }, body })).status).toBe(200);
    expect(await copyOf(group)).toMatchObject({ platformRoleId: "service-user", isDisabled: true });
    await database().prisma.user.update({
      where: { username },
      data: { isMfaEnabled: true, authType: "oauth" },
    });
    expect(await copyOf(group)).toMatchObject({ isMfaEnabled: true, authType: "oauth" });
    expect(await staleCopies()).toEqual([]);
  });

  const traits = [
    ["platformRoleId", "auditor"],
    ["isDisabled", true],
    ["isMfaEnabled", true],
    ["authType", "oauth"],
  ] as const;
  const change = (trait: string) => `UPDATE "User" SET "${trait}" = $2 WHERE "id" = $1`;

  test.each(traits)("have the %s of a user who changes while joining", async (trait, value) => {
    const [groupId, { id }] = [await aGroup(), await aUser()];
    const changing = await holding(change(trait), [id, value]);
    const joining = database().pool.query(join, [id, groupId]);
    await untilBlocked();
    await changing.commit();
    await joining;
    expect(await copyOf(groupId)).toMatchObject({ [trait]: value });
  });

  test.each(traits)("have the %s of a user who joins while changing", async (trait, value) => {
    const [groupId, { id }] = [await aGroup(), await aUser()];
    const joining = await holding(join, [id, groupId]);
    const changing = database().pool.query(change(trait), [id, value]);
    await untilBlocked();
    await joining.commit();
    await changing;
    expect(await copyOf(groupId)).toMatchObject({ [trait]: value });
  });

  test("tell by the foreign key that there is no user", async () => {
    const groupId = await aGroup();
    const joining = database().pool.query(join, ["00000000-0000-7000-8000-000000000000", groupId]);
    await expect(joining).rejects.toMatchObject({ code: "23503" });
  });
});

describe("members of groups who are also something else", () => {
  const roles = ["service-user", "platform-user", "auditor"] as const;
  const count = EXACT_TOTAL + 3_000;
  const stem = uniqueName("trait");
  let groups: string[];

  interface Person {
    username: string;
    role: string;
    isDisabled: boolean;
    hasMfa: boolean;
    authType: string;
    isIn: readonly boolean[];
  }

  /** Two groups overlap, and are together as large as the third; almost all have MFA. */
  const people: Person[] = Array.from({ length: count }, (_, at) => ({
    username: `${stem}-${String((at * 7919) % count).padStart(6, "0")}`,
    role: roles[at % 3] ?? "",
    isDisabled: at % 5 === 0,
    hasMfa: at % 50 !== 0,
    authType: at % 7 === 0 ? "oauth" : "basic_auth",
    isIn: [at % 4 !== 0, at % 4 <= 1, true],
  }));

  beforeAll(async () => {
    groups = [await aGroup(), await aGroup(), await aGroup()];
    const { pool, prisma } = database();
    const { rows } = await pool.query<{ groupId: string }>(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS e (
           "username" text, "role" text, "isDisabled" boolean, "hasMfa" boolean, "authType" text, "isIn" boolean[])),
       made AS (
         INSERT INTO "User" ("id", "username", "platformRoleId", "authType", "createdBy", "isDisabled", "isMfaEnabled")
         SELECT gen_random_uuid(), "username", "role", "authType", 'test', "isDisabled", "hasMfa" FROM given
         RETURNING "id", "username")
       INSERT INTO "GroupMember" ("groupId", "userId")
       SELECT g."id", made."id" FROM made JOIN given USING ("username"),
         unnest($2::text[]) WITH ORDINALITY AS g("id", "at") WHERE given."isIn"[g."at"] RETURNING "groupId"`,
      [JSON.stringify(people), groups],
    );
    await noteMemberships(prisma, { added: rows.map(({ groupId }) => groupId), removed: [] });
    await pool.query(`ANALYZE "GroupMember", "User"`);
  }, 60_000);

  type Query = CallInput["query"] & object;
  const filters: [Query, (person: Person) => boolean][] = [
    [{ account_status: "disabled" }, ({ isDisabled }) => isDisabled],
    [{ mfa_status: "enabled" }, ({ hasMfa }) => hasMfa],
    [{ mfa_status: "disabled", role: "auditor" }, (p) => !p.hasMfa && p.role === "auditor"],
    [
      { auth_type: "oauth", account_status: "enabled" },
      (p) => p.authType === "oauth" && !p.isDisabled,
    ],
    [
      { role: ["auditor", "admin"], mfa_status: ["enabled", "disabled"] },
      (p) => p.role === "auditor",
    ],
  ];
  const cases = filters.flatMap(([filter, isMatch]) =>
    [[0], [1], [2], [0, 1], [1, 2]].map((of) => ({ filter, isMatch, of })),
  );

  function expectedOf(isMatch: (person: Person) => boolean, of: readonly number[]): string[] {
    return people
      .filter((person) => isMatch(person) && of.some((at) => person.isIn[at]))
      .map(({ username }) => username)
      .sort();
  }

  async function found(query: Query) {
    const { payload } = await callAs(masterKey, page, { query: { per_page: 100, ...query } });
    return { ...payload, names: payload.data.map(({ username }) => username) };
  }

  test.each(cases)("are found by $filter in groups $of", async ({ filter, isMatch, of }) => {
    const expected = expectedOf(isMatch, of);
    const group = [...of.flatMap((at) => groups[at] ?? []), "no-such"];
    for (const number of [1, 2, Math.floor(expected.length / 100) + 1]) {
      const { names, total, total_is_estimate } = await found({ ...filter, group, page: number });
      expect(names).toEqual(expected.slice(100 * (number - 1), 100 * number));
      expect(total_is_estimate ?? false).toBe(expected.length > EXACT_TOTAL);
      if (expected.length <= EXACT_TOTAL) expect(total).toBe(expected.length);
      expect(total).toBeLessThanOrEqual(await database().prisma.user.count());
    }
  });

  test("are sorted as asked", async () => {
    const expected = expectedOf(({ isDisabled }) => isDisabled, [1]).reverse();
    const { names } = await found({
      ...{ group: groups[1] ?? "", account_status: "disabled" },
      ...{ sort: "created_at", order: "desc" },
    });
    expect(names).toEqual(expected.slice(0, 100));
  });

  test("are none in a group that does not exist", async () => {
    expect(await found({ group: "no-such", role: "auditor" })).toMatchObject({
      total: 0,
      data: [],
    });
  });

  test.each([[[1]], [[0, 1]]])("are exported, of groups %o", async (of) => {
    const group = of.flatMap((at) => groups[at] ?? []);
    const query = { group, account_status: "disabled" };
    const { text } = await callAs(masterKey, page, { query, headers: { Accept: "text/csv" } });
    const [, ...lines] = text.trim().split("\n");
    const expected = expectedOf(({ isDisabled }) => isDisabled, of);
    expect(lines.map((line) => line.split(",")[0])).toEqual(expected);
  });
});

describe("a network's users who are also something else", () => {
  test("are members, or attached, or both, and named once", async () => {
    const netid = await aNetwork();
    const gateway = await aGateway(netid);
    const groups = [networkGroup(netid, "user").id, networkGroup(netid, "admin").id];
    const person = async (isDisabled: boolean, isIn: string[], isAttached: boolean) => {
      const user = await aUser({ role: "platform-user", isDisabled, groups: isIn });
      if (isAttached) await anAttachment(user, gateway);
      return user.username;
    };
    const enabled = [
      await person(false, groups, true),
      await person(false, groups.slice(0, 1), false),
      await person(false, [], true),
    ];
    const disabled = [await person(true, groups, true), await person(true, [], true)];
    const found = async (filter: CallInput["query"] & object) => {
      const query = { network: netid, ...filter };
      const { payload } = await callAs(masterKey, page, { query });
      expect(payload.total).toBe(payload.data.length);
      return payload.data.map(({ username }) => username);
    };
    expect(await found({ account_status: "enabled" })).toEqual(enabled.toSorted());
    expect(await found({ account_status: "disabled" })).toEqual(disabled.toSorted());
    expect(await found({ role: "platform-user" })).toEqual([...enabled, ...disabled].sort());
    expect(await found({ role: "service-user" })).toEqual([]);
  });
});
