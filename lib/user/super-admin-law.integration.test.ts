// The law of lib/user/policy.test.ts again, through the routes and with the database.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { POST as createSuperAdmin } from "@/app/api/users/adm/createsuperadmin/route";
import { POST as transfer } from "@/app/api/users/adm/transfersuperadmin/[username]/route";
import { POST as disable } from "@/app/api/users/[username]/disable/route";
import { POST as enable } from "@/app/api/users/[username]/enable/route";
import { DELETE, POST, PUT } from "@/app/api/users/[username]/route";
import { DELETE as bulkDelete } from "@/app/api/v1/users/bulk/route";
import { POST as bulkStatus } from "@/app/api/v1/users/bulk/status/route";
import { POST as logout } from "@/app/api/v1/users/logout/route";
import { DELETE as endSession } from "@/app/api/v1/users/session/route";
import { DELETE as endSessions } from "@/app/api/v1/users/sessions/route";
import type { RouteHandler } from "@/lib/api/handle";
import { database } from "@/lib/db/client";
import { ADMIN_GROUP } from "@/lib/group/built-in";
import { platformRoles } from "@/lib/permissions";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import {
  anAccessToken,
  anActor,
  anonymous,
  masterKey,
  PASSWORD,
  type Caller,
  type TestActor,
} from "@/lib/testing/factories";

let owner: TestActor;

beforeAll(async () => {
  owner = await anActor("super-admin", { hasSudo: true });
  await anAccessToken(owner);
});

const calls: Record<string, (target: string, body: object) => [RouteHandler, CallInput]> = {
  create: (username, body) => [
    POST,
    { params: { username }, body: { password: PASSWORD, ...body } },
  ],
  update: (username, body) => [PUT, { params: { username }, body }],
  delete: (username) => [DELETE, { params: { username } }],
  disable: (username) => [disable, { params: { username } }],
  enable: (username) => [enable, { params: { username } }],
  bulkDelete: (username) => [bulkDelete, { body: { ids: [username] } }],
  bulkStatus: (username) => [bulkStatus, { body: { ids: [username], disable: true } }],
  transfer: (username) => [transfer, { params: { username } }],
  logout: (username) => [logout, { query: { username, all: true } }],
  endSessions: (username) => [endSessions, { query: { username } }],
  endSession: () => [endSession, { query: { id: owner.sessionId } }],
  setUp: (username) => [
    createSuperAdmin,
    {
      body: { username, password: PASSWORD },
      headers: { "X-Setup-Token": "test-setup-token" },
    },
  ],
};

const roles = ["admin", "admin", "auditor", "platform-user", "service-user"] as const;

const steps = fc.array(
  fc.record({
    /** The last two are the master key and nobody. */
    by: fc.nat({ max: roles.length + 1 }),
    does: fc.constantFrom(...Object.keys(calls)),
    /** Half of the steps are about the super admin. */
    to: fc.oneof(fc.constant(-1), fc.nat({ max: roles.length - 1 })),
    body: fc.record(
      {
        platform_role_id: fc.constantFrom(...platformRoles),
        account_disabled: fc.boolean(),
        display_name: fc.constantFrom("", "x"),
        user_group_ids: fc.constantFrom([], [ADMIN_GROUP]),
        password: fc.constant("a password"),
        is_mfa_enabled: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  }),
  { minLength: 5, maxLength: 15 },
);

/** All that belongs to the super admin. */
async function stateOfOwner(): Promise<string> {
  const { rows } = await database().pool.query<{ state: string }>(
    `SELECT jsonb_build_array(to_jsonb(u),
       (SELECT jsonb_agg(m."groupId" ORDER BY 1) FROM "GroupMember" m WHERE m."userId" = u."id"),
       (SELECT jsonb_agg(s."id" ORDER BY 1) FROM "Session" s WHERE s."userId" = u."id"),
       (SELECT jsonb_agg(t."id" ORDER BY 1) FROM "AccessToken" t WHERE t."userId" = u."id"))::text AS state
     FROM "User" u WHERE u."platformRoleId" = 'super-admin'`,
  );
  return rows.map(({ state }) => state).join("\n");
}

describe("whatever is called", () => {
  test("by anyone but the super admin, everything of the super admin stays as it is", async () => {
    const before = await stateOfOwner();
    const isAllowed = fc.asyncProperty(steps, async (taken) => {
      const people = await Promise.all(roles.map((role) => anActor(role, { hasSudo: true })));
      const callers: Caller[] = [...people, masterKey, anonymous];
      for (const { by, does, to, body } of taken) {
        const target = people[to]?.username ?? owner.username;
        const [route, input] = calls[does]?.(target, body) ?? [];
        if (route) await callAs(callers[by] ?? anonymous, route, input);
      }
      expect(await stateOfOwner()).toBe(before);
    });
    await fc.assert(isAllowed, { numRuns: 15 });
  });
});
