import { describe, expect, test } from "vitest";
import { userActor } from "@/lib/testing/entities";
import { authorize, authorizeRow, enforce, isAuthorized, requireRecentIdentity } from "./authorize";
import { notFound } from "./errors";
import { refused, type Actor } from "./permissions";

const now = new Date("2026-01-01T12:00:00Z");
const minutesAgo = (minutes: number) => now.getTime() - minutes * 60_000;
const contextOf = (actor: Actor) => ({ actor, now, marks: [] });
const aboutAnything = () => true;

describe("authorize", () => {
  test("leaves a mark of what it let through", () => {
    const ctx = contextOf(userActor("ada", "service-user"));
    authorize(ctx, "users:read", { user: "ada" });
    expect(isAuthorized(ctx, "users:read", ({ user }) => user === "ada")).toBe(true);
    expect(isAuthorized(ctx, "users:read", ({ user }) => user === "bob")).toBe(false);
    expect(isAuthorized(ctx, "users:update", aboutAnything)).toBe(false);
  });

  test("leaves none of what it refuses", () => {
    const ctx = contextOf(userActor("ada", "service-user"));
    expect(() => authorize(ctx, "users:list")).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
    expect(isAuthorized(ctx, "users:list", aboutAnything)).toBe(false);
  });

  test("asks for a recent identity check where the right needs one", () => {
    const stale = contextOf(userActor("ada", "super-admin", minutesAgo(11)));
    expect(() => authorize(stale, "super-admin:transfer")).toThrow(/^identity check required/);
    const fresh = contextOf(userActor("ada", "super-admin", minutesAgo(1)));
    expect(() => authorize(fresh, "super-admin:transfer")).not.toThrow();
  });

  test("answers for a row that one may not reach as for one that is not there", () => {
    const ctx = contextOf(userActor("ada", "service-user"));
    const missing = () => notFound("API token", "x");
    expect(() => authorizeRow(ctx, "tokens:manage", { user: "bob" }, missing)).toThrow(
      expect.objectContaining({ code: "not_found" }),
    );
    expect(() => authorizeRow(ctx, "tokens:manage", { user: "ada" }, missing)).not.toThrow();
  });
});

describe("requireRecentIdentity", () => {
  test.each([0, 5, 10])("lets a session through that was confirmed %i minutes ago", (minutes) => {
    const actor = userActor("ada", "admin", minutesAgo(minutes));
    expect(() => requireRecentIdentity({ actor, now })).not.toThrow();
  });

  const token: Actor = {
    ...userActor("ada", "admin"),
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
