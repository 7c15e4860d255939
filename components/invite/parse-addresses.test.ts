import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEmail } from "@/lib/user/username";
import { parseAddresses, withoutWrong } from "./parse-addresses";

describe("parseAddresses", () => {
  test.each<[text: string, addresses: string[]]>([
    ["ada@x.org", ["ada@x.org"]],
    ["ada@x.org, bob@x.org; kim@x.org\tlin@x.org\r\nzoe@x.org", five()],
    ["ada@x.org bob@x.org\u00A0kim@x.org  lin@x.org\nzoe@x.org", five()],
    ["Ada Osei <ada@x.org>", ["ada@x.org"]],
    ['"Osei, Ada" <ada@x.org>; Bob <bob@x.org>', ["ada@x.org", "bob@x.org"]],
    ["Osei, Ada <ada@x.org>; Smith, Bob <bob@x.org>", ["ada@x.org", "bob@x.org"]],
    ["Ada <ada@x.org> Bob <bob@x.org>", ["ada@x.org", "bob@x.org"]],
    ["'ada@x.org' <ada@x.org>", ["ada@x.org"]],
    ['"ada@x.org" <ADA@x.org>', ["ada@x.org"]],
    ["Ada Osei\tada@x.org\nJ. O’Brien\tjo@x.org", ["ada@x.org", "jo@x.org"]],
    ["ada@x.org\tAda Osei", ["ada@x.org"]],
    ["ADA@X.ORG", ["ada@x.org"]],
    ["ada+muster@x.org", ["ada+muster@x.org"]],
    ["ada@x.org., bob@x.org;;,\n,\n", ["ada@x.org", "bob@x.org"]],
    ["“ada@x.org”", ["ada@x.org"]],
    ["«ada@x.org»", ["ada@x.org"]],
    ["'ada@x.org'", ["ada@x.org"]],
    ["(ada@x.org)", ["ada@x.org"]],
    ["<ada@x.org>,<bob@x.org>", ["ada@x.org", "bob@x.org"]],
    ["ada@x.org <mailto:ada@x.org>", ["ada@x.org"]],
    ["mailto:ada%2Bone@x.org?subject=Hello", ["ada+one@x.org"]],
    ["ada@x.org (Ada Osei)", ["ada@x.org"]],
    ["\u00A0ada@x.org\u00A0", ["ada@x.org"]],
    ["\u200Bada@x.org\uFEFF", ["ada@x.org"]],
    ["To: ada@x.org, bob@x.org", ["ada@x.org", "bob@x.org"]],
    ["- ada@x.org\n• bob@x.org\n3. kim@x.org", ["ada@x.org", "bob@x.org", "kim@x.org"]],
    ["ada@x.org\nAda <ada@x.org>", ["ada@x.org"]],
    ["Ada <ada@x.org", ["ada@x.org"]],
    [" \n , ;\t", []],
  ])("finds the addresses in %j", (text, addresses) => {
    const parsed = parseAddresses(text);
    expect(parsed.addresses).toEqual(addresses);
    expect(parsed.wrong).toEqual([]);
  });

  test.each<[text: string, problem: string]>([
    ["ada.example.com", "There is no @ in it."],
    ["ada＠x.org", "It has a full-width ＠. Write @."],
    ["ada@@x.org", "There is more than one @ in it."],
    ["@x.org", "There is nothing before the @."],
    ["ada@", "There is nothing after the @."],
    [
      "ada osei@x.org",
      "There is a space in it. A name is written like this: Ada Osei <ada@example.com>.",
    ],
    ["zoë@x.org", "“ë” cannot stand in it."],
    ["ada@x..org", "There are two dots in a row after the @."],
    [".ada@x.org", "It cannot begin with “.”."],
    ["ada@-x.org", "“-x.org” cannot stand after the @."],
    [`ada@${"x".repeat(63)}.${"x.".repeat(120)}org`, "It is longer than 254 characters."],
    ["Ada <>", "There is no @ in it."],
  ])("says what is wrong with %j", (text, problem) => {
    expect(parseAddresses(text)).toMatchObject({ addresses: [], wrong: [{ problem }] });
  });

  test("tells where each piece stands", () => {
    const text = "ada@x.org,\r\n  Bob <bob@>; kim@x.org\nlin";
    const { pieces, wrong } = parseAddresses(text);
    expect(pieces.map(({ start, end }) => text.slice(start, end))).toEqual([
      "ada@x.org",
      "Bob <bob@>",
      "kim@x.org",
      "lin",
    ]);
    expect(wrong.map(({ line, text: piece }) => [line, piece])).toEqual([
      [2, "Bob <bob@>"],
      [3, "lin"],
    ]);
  });

  test("takes a word without an @ for a name only where an address is beside it", () => {
    expect(parseAddresses("grace, ada@x.org").wrong).toHaveLength(1);
    expect(parseAddresses("grace.x.org\tada@x.org").wrong).toHaveLength(1);
    expect(parseAddresses("grace.x.org, Ada <ada@x.org>").wrong).toHaveLength(1);
  });

  test("counts what stands there twice", () => {
    expect(parseAddresses("ada@x.org\nADA@x.org\nbob@x.org").repeated).toBe(1);
  });

  test("leaves nothing wrong when that is removed, and all that is right", () => {
    const parsed = parseAddresses("Ada <ada@x.org>, grace; “bob@x.org”\tkim@");
    const cleaned = parseAddresses(withoutWrong(parsed));
    expect(cleaned.addresses).toEqual(["ada@x.org", "bob@x.org"]);
    expect(cleaned.wrong).toEqual([]);
  });

  test("loses no address that can be invited, however it was pasted", () => {
    const pasted = fc.tuple(address, fc.constantFrom(...wrappings), fc.constantFrom(...between));
    fc.assert(
      fc.property(fc.array(pasted, { minLength: 1, maxLength: 12 }), (given) => {
        const text = given.map(([each, wrap, separator]) => wrap(each) + separator).join("");
        const parsed = parseAddresses(text);
        expect(parsed.addresses).toEqual([...new Set(given.map(([each]) => each.toLowerCase()))]);
        expect(parsed.wrong).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("finds pieces in any text that lie in it, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: letters("ab@.<>\"',; \t\n(＠") }), (text) => {
        let last = 0;
        for (const piece of parseAddresses(text).pieces) {
          expect(piece.start).toBeGreaterThanOrEqual(last);
          expect(text.slice(piece.start, piece.end)).toBe(piece.text);
          expect(piece.address === null).toBe(piece.problem !== null);
          last = piece.end;
        }
      }),
    );
  });
});

function five(): string[] {
  return ["ada", "bob", "kim", "lin", "zoe"].map((name) => `${name}@x.org`);
}

function letters(text: string) {
  return fc.constantFrom(...Array.from(text));
}

const local = fc.string({
  unit: letters("abXYZ09.!$&'*+=_~-"),
  minLength: 1,
  maxLength: 12,
});
const domain = fc.string({ unit: letters("abX09.-"), minLength: 1, maxLength: 12 });
const address = fc
  .tuple(local, domain)
  .map(([before, after]) => `${before}@${after}`)
  .filter(isEmail);

const wrappings: ((address: string) => string)[] = [
  (each) => each,
  (each) => `<${each}>`,
  (each) => `Ada Osei <${each}>`,
  (each) => `"Osei, Ada" <${each}>`,
  (each) => `Osei, Ada <${each}>`,
  (each) => `"${each}"`,
  (each) => `“${each}”`,
  (each) => `'${each}'`,
  (each) => `${each}.`,
  (each) => `${each}<mailto:${each}>`,
  (each) => `mailto:${each}`,
  (each) => `\u00A0${each}\u200B`,
  (each) => each.toUpperCase(),
];
const between = [",", ";", "\t", "\n", "\r\n", ", ", " ; ", ",\n"];
