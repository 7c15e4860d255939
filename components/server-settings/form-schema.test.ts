import { describe, expect, test } from "vitest";
import { defaultServerSettings } from "@/lib/server-settings/values";
import { settingsForm, valuesOf } from "./form-schema";

const values = valuesOf(defaultServerSettings);

describe("the form of the server settings", () => {
  test("takes the settings as they are", () => {
    expect(settingsForm.parse(values)).toEqual({
      basic_auth: true,
      mfa_enforced: false,
      allowed_email_domains: ["*"],
      notify_pending: false,
      session_minutes: 720,
      password_min_length: 5,
      invite_days: 7,
      token_max_days: 366,
    });
  });

  test.each([
    ["525600", 525_600],
    ["525,600", 525_600],
    [" 60 ", 60],
    ["0060", 60],
  ])("reads %j as %d", (typed, session_minutes) => {
    expect(settingsForm.parse({ ...values, session_minutes: typed })).toMatchObject({
      session_minutes,
    });
  });

  test.each([
    ["a.example\nb.example\n", ["a.example", "b.example"]],
    [" A.example,b.example; a.example ", ["a.example", "b.example"]],
    [" \n ", []],
  ])("reads the domains in %j", (typed, allowed_email_domains) => {
    expect(settingsForm.parse({ ...values, allowed_email_domains: typed })).toMatchObject({
      allowed_email_domains,
    });
  });

  test("says at the field which domain is wrong", () => {
    const typed = "a.example\n@b.example";
    const { error } = settingsForm.safeParse({ ...values, allowed_email_domains: typed });
    const [issue] = error?.issues ?? [];
    expect(issue?.path).toEqual(["allowed_email_domains"]);
    expect(issue?.message).toMatch(/^“@b\.example”: This must be a domain/);
  });

  test.each(["", " ", "4", "525601", "12.5", "1,5", "1,44", "-60", "6e1", "0x3c", "an hour"])(
    "refuses %j with the words of the server",
    (typed) => {
      const { error } = settingsForm.safeParse({ ...values, session_minutes: typed });
      expect(error?.issues).toMatchObject([
        {
          path: ["session_minutes"],
          message: "This must be a whole number from 5 to 525,600.",
        },
      ]);
    },
  );
});
