import { describe, expect, test } from "vitest";
import { codesFileName, codesText } from "./codes-text";

describe("the text of recovery codes", () => {
  test("says whose they are, and holds each on a line of its own", () => {
    const text = codesText({ username: "ada", host: "muster.example", codes: ["a-b", "c-d"] });
    expect(text).toContain("Server: muster.example\nAccount: ada\n");
    expect(text).toMatch(/\na-b\nc-d\n$/);
  });

  test("has a name that every file system takes", () => {
    expect(codesFileName("o'hara+vpn@example.com")).toBe(
      "muster-recovery-codes-o-hara-vpn@example.com.txt",
    );
  });
});
