import { describe, expect, test } from "vitest";
import { adviceFor } from "./words";

describe("adviceFor", () => {
  test.each([
    ["Muster was stopped while it sent this mail. It may have been sent.", /arrived/],
    ["The mail server refused the address: 550 no such user", /Check the address/],
    ["The mail server refused the user or password in SMTP_URL: 535", /mail settings/],
    ["Given up after 24 hours. The mail server did not answer in time.", /Send it again/],
  ])("of %j", (error, advice) => {
    expect(adviceFor(error)).toMatch(advice);
  });
});
