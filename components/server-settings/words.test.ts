import { describe, expect, test } from "vitest";
import { lastChangeOf } from "./history";
import { roughDays, settingWords } from "./words";

describe("the settings in words", () => {
  test.each([
    ["session_minutes", 90, "1 hour 30 minutes"],
    ["session_minutes", 525_599, "364 days 23 hours 59 minutes"],
    ["token_max_days", 1, "1 day"],
    ["allowed_email_domains", ["*", "example.com"], "All"],
    ["allowed_email_domains", [], "None"],
    ["basic_auth", false, "Off"],
  ] as const)("%s of %j", (key, value, words) => {
    expect(settingWords[key].value(value)).toBe(words);
  });

  test.each([
    [1, null],
    [14, null],
    [30, "about 1 month"],
    [90, "about 3 months"],
    [366, "about 1 year"],
    [3_650, "about 10 years"],
    [457, "about 1 year 3 months"],
  ])("%d days are %s", (days, words) => {
    expect(roughDays(days)).toBe(words);
  });
});

describe("lastChangeOf", () => {
  const entry = (id: string, after: Record<string, unknown> | null) => ({
    id,
    at: "2026-11-24T08:00:00.000Z",
    actor: "ada",
    verb: "server-settings.update",
    target_type: "server-settings",
    target: "server-settings",
    target_name: "server-settings",
    ip: "",
    user_agent: "",
    request_id: "",
    before: null,
    after,
  });
  const entries = [
    entry("3", { invite_days: 9 }),
    entry("2", { session_minutes: 60, invite_days: 8 }),
    entry("1", { session_minutes: 30 }),
  ];

  test("is the newest entry that has the key", () => {
    expect(lastChangeOf("session_minutes", entries)?.id).toBe("2");
    expect(lastChangeOf("invite_days", entries)?.id).toBe("3");
    expect(lastChangeOf("token_max_days", entries)).toBeUndefined();
  });
});
