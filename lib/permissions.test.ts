import { describe, expect, test } from "vitest";
import { userActor } from "@/lib/testing/entities";
import {
  actorName,
  can,
  permissions,
  permits,
  reasonOf,
  refused,
  verdictBy,
  whyNot,
  type Actor,
  type Grant,
  type UserActor,
} from "./permissions";

describe("permits", () => {
  test("answers nobody with 401's code and everybody else with 403's", () => {
    expect(permits({ kind: "anonymous" }, "users:list")).toMatchObject({ code: "unauthenticated" });
    expect(permits(userActor("ada", "platform-user"), "users:list")).toMatchObject({
      code: "forbidden",
      reason: whyNot("users:list"),
    });
  });

  test("knows oneself by the name", () => {
    const ada = userActor("ada", "service-user");
    expect(can(ada, "users:read", { user: "ada" })).toBe(true);
    expect(can(ada, "users:read", { user: "bob" })).toBe(false);
    expect(can(ada, "users:read")).toBe(false);
  });

  test("lets through to a row what may turn out to be one's own", () => {
    const ada = userActor("ada", "service-user");
    expect(can(ada, "tokens:manage", { row: true })).toBe(true);
    expect(can(ada, "users:list", { row: true })).toBe(false);
  });

  test("does not take the master key for a user of its name", () => {
    expect(can({ kind: "master-key" }, "identity:validate", { user: "masteradministrator" })).toBe(
      false,
    );
  });

  test("lets commands of the server's own machine do nothing but let people in again", () => {
    const allowed = Object.keys(permissions)
      .filter(isPermission)
      .filter((permission) => can({ kind: "server" }, permission, { user: "ada" }));
    expect(allowed.sort()).toEqual(["super-admin:reset", "throttle:manage"]);
  });

  test("refuses a pre-auth token everywhere but in the second step, as no credential", () => {
    const actor: Actor = {
      kind: "pre-auth",
      id: "1",
      username: "ada",
      tokenHash: new Uint8Array(),
    };
    for (const permission of Object.keys(permissions).filter(isPermission)) {
      const grant: Grant = permissions[permission];
      expect(permits(actor, permission, { user: "ada" })).toMatchObject(
        grant.preAuth ? { allowed: true } : { code: "unauthenticated" },
      );
    }
  });
});

function isPermission(name: string): name is keyof typeof permissions {
  return name in permissions;
}

describe("a grant to network admins", () => {
  const grant: Grant = {
    label: "see this network",
    roles: ["auditor"],
    masterKey: true,
    networkAdmin: true,
  };
  const admin = (administers: UserActor["administers"]): UserActor => ({
    ...userActor("ada", "platform-user"),
    administers,
  });

  test.each<[string, UserActor, string]>([
    ["the network that they administer", admin(["lab", "office"]), "office"],
    ["every network where they administer all", admin("all"), "office"],
  ])("lets through to %s", (_, actor, network) => {
    expect(verdictBy(grant, actor, { network })).toEqual({ allowed: true });
  });

  test("lets through to a call about no network whoever administers one", () => {
    expect(verdictBy(grant, admin(["lab"]), {})).toEqual({ allowed: true });
  });

  test("answers for another network as for one that does not exist", () => {
    expect(verdictBy(grant, admin(["lab"]), { network: "office" })).toEqual({
      allowed: false,
      code: "not_found",
      reason: 'There is no network "office".',
    });
  });

  test("refuses whoever administers none", () => {
    expect(verdictBy(grant, admin([]), { network: "lab" })).toEqual({
      allowed: false,
      code: "forbidden",
      reason: "Only auditors and network admins can see this network.",
    });
  });

  test("gives nothing where it is not given", () => {
    expect(verdictBy({ ...grant, networkAdmin: false }, admin("all"), {}).allowed).toBe(false);
  });
});

test("a grant to owners lets through to what one owns, and to a row that may turn out to be", () => {
  const grant: Grant = { label: "read this file", roles: ["admin"], masterKey: true, owner: true };
  const ada = userActor("ada", "service-user");
  expect(verdictBy(grant, ada, { owner: "ada" }).allowed).toBe(true);
  expect(verdictBy(grant, ada, { row: true }).allowed).toBe(true);
  expect(verdictBy(grant, ada, { owner: "bob", user: "ada" })).toMatchObject({
    code: "forbidden",
    reason: "Only the owner and admins can read this file.",
  });
});

test("a grant to the second step of signing in is for one's own pre-auth token alone", () => {
  const grant: Grant = { label: "verify a code", roles: [], masterKey: false, preAuth: true };
  const actor: Actor = { kind: "pre-auth", id: "1", username: "ada", tokenHash: new Uint8Array() };
  expect(verdictBy(grant, actor, { user: "ada" }).allowed).toBe(true);
  expect(verdictBy(grant, actor, { user: "bob" })).toMatchObject({ code: "forbidden" });
  expect(verdictBy(grant, userActor("ada", "admin"), { user: "ada" })).toMatchObject({
    code: "forbidden",
    reason: "Only the second step of signing in can verify a code.",
  });
});

describe("a session that has to enrol MFA first", () => {
  const ada = userActor("ada", "super-admin");
  const enrolling: UserActor = {
    ...ada,
    credential: {
      kind: "session",
      id: "session",
      sessionKind: "api",
      identityConfirmedAt: 0,
      mustEnrolMfa: true,
    },
  };

  test.each(["users:read", "settings:manage", "identity:validate", "sessions:manage"] as const)(
    "is good for %s about oneself only",
    (permission) => {
      expect(can(enrolling, permission, { user: "ada" })).toBe(true);
      const refusal = permits(enrolling, permission, { user: "bob" });
      expect(refusal).toMatchObject({ code: "mfa_enrolment_required" });
      expect(reasonOf(refusal)).toMatch(/^mfa enrolment required/);
    },
  );

  test.each(["users:list", "users:update", "tokens:manage", "audit:read"] as const)(
    "is not good for %s",
    (permission) => {
      expect(permits(enrolling, permission, { user: "ada" })).toMatchObject({
        code: "mfa_enrolment_required",
      });
    },
  );
});

test.each([
  ["users:list", "Only super admins, admins, and auditors can see all users."],
  ["identity:validate", "Only the users themselves can confirm their identity."],
  ["settings:manage", "Only the users themselves can see and change their preferences."],
  ["super-admin:transfer", "Only super admins can hand over the super admin role."],
] as const)("a refusal of %s says %j", (permission, sentence) => {
  expect(whyNot(permission)).toBe(sentence);
});

test("a control is told what stands in its way", () => {
  expect(reasonOf({ allowed: true })).toBeNull();
  expect(reasonOf(refused("conflict", "Not now."))).toBe("Not now.");
});

test("an actor stands in the audit log by name", () => {
  expect(actorName(userActor("ada", "admin"))).toBe("ada");
  expect(
    actorName({ kind: "pre-auth", id: "1", username: "ada", tokenHash: new Uint8Array() }),
  ).toBe("ada");
  expect(actorName({ kind: "master-key" })).toBe("masteradministrator");
  expect(actorName({ kind: "anonymous" })).toBe("");
});
