import { describe, expect, it } from "vitest";
import { userActor } from "@/lib/testing/entities";
import { startPath } from "./start-path";

describe("where somebody starts", () => {
  it.each([
    ["admin", [], "/users"],
    ["auditor", [], "/users"],
    ["platform-user", ["lab"], "/networks/lab"],
    ["platform-user", ["lab", "shop"], "/networks"],
    ["platform-user", "all", "/networks"],
    ["platform-user", [], "/account"],
    ["service-user", [], "/account"],
  ] as const)("as %s who administers %j is %s", (role, administers, path) => {
    expect(startPath({ ...userActor("ada", role), administers })).toBe(path);
  });
});
