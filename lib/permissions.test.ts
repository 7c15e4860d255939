import { describe, expect, test } from "vitest";
import { userActor } from "@/lib/testing/entities";
import {
  actorName,
  authorize,
  can,
  enforce,
  refused,
  requireRecentIdentity,
  whyNot,
  type Actor,
} from "./permissions";

const now = new Date("2026-01-01T12:00:00Z");
const minutesAgo = (minutes: number) => now.getTime() - minutes * 60_000;

describe("authorize", () => {
  test("answers nobody with 401's code and everybody else with 403's", () => {
    const nobody: Actor = { kind: "anonymous" };
    expect(() => authorize(nobody, "users:list")).toThrow(
      expect.objectContaining({ code: "unauthenticated" }),
    );
    expect(() => authorize(userActor("ada", "platform-user"), "users:list")).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
  });

  test("knows oneself by the name", () => {
    expect(can(userActor("ada", "service-user"), "users:read", "ada")).toBe(true);
    expect(can(userActor("ada", "service-user"), "users:read", "bob")).toBe(false);
    expect(can(userActor("ada", "service-user"), "users:read")).toBe(false);
  });

  test("does not take the master key for a user of its name", () => {
    expect(can({ kind: "master-key" }, "identity:validate", "masteradministrator")).toBe(false);
  });
});

test.each([
  ["users:list", "Only super admins, admins, and auditors can see all users."],
  ["identity:validate", "Only the users themselves can confirm their identity."],
  ["settings:manage", "Only the users themselves can see and change their preferences."],
  ["super-admin:transfer", "Only super admins can hand over the super admin role."],
] as const)("a refusal of %s says %j", (permission, sentence) => {
  expect(whyNot(permission)).toBe(sentence);
});

describe("requireRecentIdentity", () => {
  test.each([0, 5, 10])("lets a session through that was confirmed %i minutes ago", (minutes) => {
    const actor = userActor("ada", "admin", minutesAgo(minutes));
    expect(() => requireRecentIdentity({ actor, now })).not.toThrow();
  });

  const token: Actor = {
    kind: "user",
    id: "1",
    username: "ada",
    role: "admin",
    credential: { kind: "access-token", id: "1", expiresAt: now.getTime() },
  };
  test.each<[string, Actor]>([
    ["a session confirmed longer ago", userActor("ada", "admin", minutesAgo(10.001))],
    ["an API token", token],
    ["the master key", { kind: "master-key" }],
    ["nobody", { kind: "anonymous" }],
  ])("refuses %s", (_, actor) => {
    expect(() => requireRecentIdentity({ actor, now })).toThrow(/^identity check required/);
  });
});

test("enforce throws what a verdict says", () => {
  expect(() => enforce(refused("conflict", "Not now."))).toThrow(
    expect.objectContaining({ code: "conflict", message: "Not now." }),
  );
  expect(() => enforce({ allowed: true })).not.toThrow();
});

test("an actor stands in the audit log by name", () => {
  expect(actorName(userActor("ada", "admin"))).toBe("ada");
  expect(actorName({ kind: "master-key" })).toBe("masteradministrator");
  expect(actorName({ kind: "anonymous" })).toBe("");
});
