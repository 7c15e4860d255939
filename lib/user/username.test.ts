import { describe, expect, test } from "vitest";
import { newUsername, usernameParam } from "./username";

const label = "x".repeat(63);

describe("a new username", () => {
  test.each([
    ["abc", "abc"],
    ["ABC", "abc"],
    ["a.b-c_d", "a.b-c_d"],
    ["_abc", "_abc"],
    ["007", "007"],
    ["x".repeat(254), "x".repeat(254)],
    ["Ada.Lovelace@Example.COM", "ada.lovelace@example.com"],
    ["a@b", "a@b"],
    ["o'neil+tag@example.com", "o'neil+tag@example.com"],
    ["a!$&*=_~b@example.com", "a!$&*=_~b@example.com"],
    [`a@${label}.com`, `a@${label}.com`],
    ["meow", "meow"],
    ["adm.in", "adm.in"],
  ])("%j is taken", (given, stored) => {
    expect(newUsername.parse(given)).toBe(stored);
  });

  test.each([
    "",
    "ab",
    "x".repeat(255),
    `${"x".repeat(250)}@a.b`.padEnd(255, "x"),
    ".abc",
    "-abc",
    "a b",
    " abc",
    "abc ",
    "abc\n",
    "a/b",
    "a\\b",
    "a?b",
    "a#b",
    "a%b",
    "a:b",
    "a;b",
    "a,b",
    "a<b>",
    'a"b',
    "masteradministrator",
    "MasterAdministrator",
    "adm",
    "ADM",
    "ingress",
    "me@",
    "@example.com",
    "a@@b",
    "a@b@c",
    "a@-b.com",
    "a@b-.com",
    "a@b..com",
    "a@.com",
    "a@b.com.",
    `a@x${label}.com`,
    "a/b@example.com",
    "a?b@example.com",
    "a#b@example.com",
    "a%b@example.com",
    "a\\b@example.com",
    "a`b@example.com",
    "a{b@example.com",
    "a|b@example.com",
    "a}b@example.com",
    "a^b@example.com",
    '"a b"@example.com',
    "ada@exämple.com",
  ])("%j is refused", (given) => {
    expect(newUsername.safeParse(given).success).toBe(false);
  });

  test.each([
    ["a Cyrillic a", "\u0430dmin"],
    ["an umlaut", "müller"],
    ["a Kelvin sign, which is k in lower case", "boo\u212A"],
    ["a dotted capital I", "\u0130ngrid"],
    ["a long s", "\u017Fam"],
    ["a full-width letter", "\uFF41bc"],
    ["a zero-width space", "ab\u200Bc"],
    ["a zero-width joiner", "ab\u200Dc"],
    ["a right-to-left override", "ab\u202Ec"],
    ["a soft hyphen", "ab\u00ADc"],
    ["a byte order mark", "\uFEFFabc"],
    ["a combining accent", "abe\u0301c"],
    ["a no-break space", "ab\u00A0c"],
    ["an emoji", "ab😀c"],
    ["a lone surrogate", "ab\uD800c"],
    ["NUL", "ab\u0000c"],
    ["a mathematical digit", "ab\u{1D7D8}c"],
    ["a line separator", "ab\u2028c"],
  ])("with %s is refused", (_, given) => {
    expect(newUsername.safeParse(given).success).toBe(false);
    expect(newUsername.safeParse(`${given}@example.com`).success).toBe(false);
  });
});

test("a username that names somebody is compared in lower case", () => {
  expect(usernameParam.parse("Ada")).toBe("ada");
});
