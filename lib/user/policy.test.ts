import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ADMIN_GROUP } from "@/lib/group/built-in";
import { can, platformRoles, type Actor, type PlatformRole } from "@/lib/permissions";
import { userActor, userEntity } from "@/lib/testing/entities";
import {
  canBecomeSuperAdmin,
  canDeleteUser,
  canGiveRole,
  canSetDisabled,
  canUpdateUser,
  groupsAfter,
  membershipChange,
  stateAllowsUpdate,
} from "./policy";
import type { User, UserUpdate } from "./schema";

const MASTER_KEY: Actor = { kind: "master-key" };

describe("one's own groups", () => {
  const me = userEntity({ username: "ada", groups: ["a", "b"] });
  const update = (groups: string[]) =>
    canUpdateUser(userActor("ada", "platform-user"), me, { user_group_ids: groups });

  test.each([[["a", "b", "c"]], [["a"]], [["a", "c"]], [[]]])("cannot become %j", (groups) => {
    expect(update(groups)).toMatchObject({ allowed: false, code: "forbidden" });
  });

  test("may be said again", () => {
    expect(update(["b", "a"]).allowed).toBe(true);
  });
});

describe("groupsAfter", () => {
  const cases: [PlatformRole, string[], UserUpdate, string[]][] = [
    ["platform-user", ["a"], {}, ["a"]],
    ["platform-user", ["a"], { user_group_ids: [] }, []],
    ["platform-user", ["a"], { user_group_ids: ["b", "a"] }, ["a", "b"]],
    ["platform-user", [], { platform_role_id: "admin" }, [ADMIN_GROUP]],
    ["platform-user", [ADMIN_GROUP], { display_name: "x" }, [ADMIN_GROUP]],
    ["platform-user", [ADMIN_GROUP], { platform_role_id: "auditor" }, [ADMIN_GROUP]],
    ["admin", [ADMIN_GROUP, "a"], { user_group_ids: [] }, [ADMIN_GROUP]],
    ["admin", [ADMIN_GROUP, "a"], { platform_role_id: "auditor" }, ["a"]],
    [
      "admin",
      [ADMIN_GROUP],
      { platform_role_id: "auditor", user_group_ids: [ADMIN_GROUP, "b"] },
      ["b"],
    ],
    ["super-admin", [ADMIN_GROUP], { user_group_ids: ["a"] }, ["a", ADMIN_GROUP].sort()],
  ];
  test.each(cases)("of a %s in %j after %j is %j", (role, groups, input, expected) => {
    const target = userEntity({ platform_role_id: role, groups });
    expect(groupsAfter(target, input)).toEqual(expected);
  });
});

test("membershipChange tells who comes and who goes", () => {
  const change = membershipChange(userEntity({ groups: ["a", "b"] }), ["b", "c"]);
  expect(change).toEqual({ added: ["c"], removed: ["a"] });
});

describe("a refusal", () => {
  test("says why, in a sentence", () => {
    const target = userEntity({ username: "ada", platform_role_id: "super-admin" });
    expect(canDeleteUser(MASTER_KEY, target)).toEqual({
      allowed: false,
      code: "forbidden",
      reason: "Only the super admin can change the super admin's account.",
    });
  });
});

/** A world of people and what each of them may do to it, by the policies alone. */
type World = Map<string, User>;

function aWorld(): World {
  const people: [string, PlatformRole][] = [
    ["owner", "super-admin"],
    ["admin1", "admin"],
    ["admin2", "admin"],
    ["auditor", "auditor"],
    ["user", "platform-user"],
    ["service", "service-user"],
  ];
  return new Map(
    people.map(([username, role]) => [username, userEntity({ username, platform_role_id: role })]),
  );
}

interface Step {
  by: string;
  does: "create" | "update" | "delete" | "disable" | "enable" | "transfer";
  to: string;
  input: UserUpdate;
}

const names = ["owner", "admin1", "admin2", "auditor", "user", "service", "new1", "new2"];
const steps = fc.array(
  fc.record<Step>({
    by: fc.constantFrom(...names, "master key"),
    does: fc.constantFrom("create", "update", "delete", "disable", "enable", "transfer"),
    to: fc.constantFrom(...names),
    input: fc.record(
      {
        platform_role_id: fc.constantFrom(...platformRoles),
        account_disabled: fc.boolean(),
        display_name: fc.constantFrom("", "x"),
        user_group_ids: fc.constantFrom([], [ADMIN_GROUP]),
        password: fc.constant("a password"),
      },
      { requiredKeys: [] },
    ),
  }),
  { maxLength: 60 },
);

function actorOf(world: World, name: string): Actor | null {
  if (name === "master key") return MASTER_KEY;
  const person = world.get(name);
  if (!person || person.account_disabled) return null;
  return userActor(name, person.platform_role_id, Date.now());
}

/** Does what the policies allow, as the services do, and nothing else. */
function take(world: World, { by, does, to, input }: Step): void {
  const actor = actorOf(world, by);
  const target = world.get(to);
  if (!actor) return;
  if (does === "create") create(world, actor, to, input.platform_role_id ?? "service-user");
  else if (target) act(world, actor, does, { target, input });
}

function create(world: World, actor: Actor, username: string, role: PlatformRole) {
  if (world.has(username) || !can(actor, "users:write") || !canGiveRole(actor, role).allowed)
    return;
  world.set(username, userEntity({ username, platform_role_id: role }));
}

function act(
  world: World,
  actor: Actor,
  does: Exclude<Step["does"], "create">,
  { target, input }: { target: User; input: UserUpdate },
) {
  const { username } = target;
  const mayWrite = can(actor, "users:write");
  const set = (change: Partial<User>) => {
    const role = change.platform_role_id ?? target.platform_role_id;
    world.set(username, userEntity({ ...target, ...change, platform_role_id: role }));
  };
  switch (does) {
    case "update":
      if (!can(actor, "users:update", { user: username })) return;
      if (!canUpdateUser(actor, target, input).allowed) return;
      if (!stateAllowsUpdate(actor, target, input).allowed) return;
      set({
        ...(input.platform_role_id && { platform_role_id: input.platform_role_id }),
        ...(input.account_disabled !== undefined && { account_disabled: input.account_disabled }),
        ...(input.display_name !== undefined && { display_name: input.display_name }),
      });
      return;
    case "delete":
      if (mayWrite && canDeleteUser(actor, target).allowed) world.delete(username);
      return;
    case "disable":
    case "enable":
      if (mayWrite && canSetDisabled(actor, target).allowed) {
        set({ account_disabled: does === "disable" });
      }
      return;
    case "transfer":
      if (!can(actor, "super-admin:transfer") || !canBecomeSuperAdmin(target).allowed) return;
      if (actor.kind === "user") {
        const giver = world.get(actor.username);
        if (giver) world.set(actor.username, { ...giver, platform_role_id: "admin" });
      }
      set({ platform_role_id: "super-admin" });
  }
}

function superAdmins(world: World): string[] {
  return [...world.values()]
    .filter(({ platform_role_id: role }) => role === "super-admin")
    .map(({ username }) => username);
}

describe("whatever happens", () => {
  test("nobody but the super admin changes the super admin or makes a second one", () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const world = aWorld();
        const owner = world.get("owner");
        for (const step of taken.filter(({ by }) => by !== "owner")) take(world, step);
        expect(world.get("owner")).toEqual(owner);
        expect(superAdmins(world)).toEqual(["owner"]);
      }),
      { numRuns: 500 },
    );
  });

  test("there is exactly one super admin, who is enabled, whatever they do themselves", () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const world = aWorld();
        for (const step of taken) take(world, step);
        const [holder, ...others] = superAdmins(world);
        expect(others).toEqual([]);
        expect(world.get(holder ?? "")?.account_disabled).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("the model does reach other super admins, by handing over", () => {
    const world = aWorld();
    take(world, { by: "owner", does: "transfer", to: "admin1", input: {} });
    expect(superAdmins(world)).toEqual(["admin1"]);
    expect(world.get("owner")?.platform_role_id).toBe("admin");
  });
});
