import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  codePoints,
  isZeroTime,
  storedToWireTime,
  toIdSet,
  toWireTime,
  withoutUnsent,
  zeroDate,
  ZERO_TIME,
} from "./wire";
import { flag, idSetInput, longText, text, wholeNumber } from "./wire-schemas";

describe("a time", () => {
  test("that is unset leaves as Go's zero time, without milliseconds", () => {
    expect(toWireTime(zeroDate())).toBe("0001-01-01T00:00:00Z");
  });

  test("leaves in UTC with milliseconds", () => {
    expect(toWireTime(new Date("2026-01-02T03:04:05+01:00"))).toBe("2026-01-02T02:04:05.000Z");
  });

  test.each([
    ["2026-01-02 03:04:05.678", "2026-01-02T03:04:05.678Z"],
    ["2026-01-02 03:04:05.6", "2026-01-02T03:04:05.600Z"],
    ["2026-01-02 03:04:05", "2026-01-02T03:04:05.000Z"],
    ["0001-01-01 00:00:00.5", "0001-01-01T00:00:00.500Z"],
    ["0001-01-01 00:00:00", ZERO_TIME],
  ])("that PostgreSQL writes as %s leaves as %s", (stored, sent) => {
    expect(storedToWireTime(stored)).toBe(sent);
  });

  test.each([
    ["0001-01-01T00:00:00Z", true],
    ["0001-01-01T00:00:00.000Z", true],
    ["0001-01-01T00:00:00.000000000Z", true],
    ["0001-01-01T00:00:00+00:00", true],
    ["0001-01-01T00:00:01Z", false],
    ["0001-01-01T01:00:00Z", false],
    ["2026-01-01T00:00:00Z", false],
    ["0001-01-01", true],
    ["", false],
    [0, false],
    [null, false],
    [undefined, false],
  ])("%j is zero: %j", (value, isZero) => {
    expect(isZeroTime(value)).toBe(isZero);
  });
});

/** What embeds, overrides and isolates directions of text, and ends that. */
const turning = new Set([0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069]);

describe("text", () => {
  test("is taken exactly where it is well-formed and turns nothing and holds no control character", () => {
    const any = fc.string({ unit: fc.nat({ max: 0xffff }).map((n) => String.fromCharCode(n)) });
    const around = fc.string({
      unit: fc.integer({ min: 0x2020, max: 0x2070 }).map((n) => String.fromCharCode(n)),
    });
    fc.assert(
      fc.property(fc.oneof(any, around, fc.string({ unit: "binary" })), (value) => {
        const isGood =
          value.isWellFormed() &&
          Array.from(value).every((char) => {
            const code = char.codePointAt(0) ?? 0;
            return code > 0x1f && (code < 0x7f || code > 0x9f) && !turning.has(code);
          });
        expect(text().safeParse(value).success).toBe(isGood);
      }),
    );
  });

  test.each(["\t", "\n", "\r"])("with %j is only taken as long text", (char) => {
    expect(text().safeParse(`a${char}b`).success).toBe(false);
    expect(longText(10).safeParse(`a${char}b`).success).toBe(true);
  });

  test.each([
    "\u0000",
    "\u001b",
    "\u007f",
    "\u0085",
    "\ud800",
    ...[...turning].map((code) => String.fromCodePoint(code)),
  ])("with %j is never taken", (char) => {
    expect(longText(10).safeParse(char).success).toBe(false);
  });

  test("is kept in NFC", () => {
    expect(text().parse("Jose\u0301")).toBe("José");
    expect(longText(4).parse("Jose\u0301")).toBe("José");
  });

  test("is measured in code points", () => {
    expect(codePoints("😀é")).toBe(2);
    expect(text(3).safeParse("😀😀😀").success).toBe(true);
    expect(text(3).safeParse("😀😀😀😀").success).toBe(false);
  });
});

describe("a set of ids", () => {
  test.each([
    [{ a: {}, b: {} }, ["a", "b"]],
    [{ a: null }, ["a"]],
    [{ a: { anything: 1 } }, ["a"]],
    [
      ["a", "b", "a"],
      ["a", "b"],
    ],
    [{}, []],
    [[], []],
  ])("%j is %j", (given, ids) => {
    expect(idSetInput.parse(given)).toEqual(ids);
  });

  test("with ids that are names of object parts keeps them", () => {
    const given: unknown = JSON.parse('{"__proto__": {}, "constructor": {}}');
    expect(idSetInput.parse(given)).toEqual(["__proto__", "constructor"]);
  });

  test.each([
    ["x", [""]],
    [5, [""]],
    [true, [""]],
    [{ a: true, b: {}, c: "" }, ["a", "c"]],
    [
      ["a", 5, null, {}],
      ["1", "2", "3"],
    ],
    [{ "a\u0000": {} }, ["a\u0000"]],
    [{ ["x".repeat(256)]: {} }, ["x".repeat(256)]],
  ])("%j is refused, with every bad member named", (given, paths) => {
    const { error } = idSetInput.safeParse(given);
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual(paths);
  });

  test("comes back as it went", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/)), (ids) => {
        expect(idSetInput.parse(toIdSet(ids))).toEqual(ids);
      }),
    );
  });
});

describe("in the query", () => {
  test.each([
    ["true", true],
    ["false", false],
    [undefined, false],
  ])("the flag %j is %j", (given, value) => {
    expect(flag.parse(given)).toBe(value);
  });

  test.each(["", "1", "True", "yes"])("the flag %j is refused", (given) => {
    expect(flag.safeParse(given).success).toBe(false);
  });

  test.each(["0", "11", "-1", "1.0", "1e1", " 1", "+1", "", "0x1", "١"])(
    "the whole number %j is refused outside of 1 to 10",
    (given) => {
      expect(wholeNumber({ min: 1, max: 10 }).safeParse(given).success).toBe(false);
    },
  );

  test.each([
    ["1", 1],
    ["10", 10],
    ["007", 7],
  ])("the whole number %j is %i", (given, value) => {
    expect(wholeNumber({ min: 1, max: 10 }).parse(given)).toBe(value);
  });
});

describe("what a body says", () => {
  const zero = { created_at: ZERO_TIME };

  test("leaves out null, and nothing else", () => {
    const body = { a: null, b: false, c: "", d: 0, e: ZERO_TIME, f: [], g: {} };
    expect(withoutUnsent(body)).toEqual({ b: false, c: "", d: 0, e: ZERO_TIME, f: [], g: {} });
  });

  test("in a zero-valued struct leaves out false, empty text and zero times too", () => {
    const body = { ...zero, a: null, b: false, c: "", d: 0, e: ZERO_TIME, f: [], g: {}, h: true };
    expect(withoutUnsent(body)).toEqual({ d: 0, f: [], g: {}, h: true });
  });

  test("goes into a struct below that is zero-valued, and into no other", () => {
    const body = { user_group: { ...zero, default: false, name: "x" }, members: { a: null } };
    expect(withoutUnsent(body)).toEqual({ user_group: { name: "x" }, members: { a: null } });
  });

  test("does not change when it is read twice", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (body, isZero) => {
        const once = withoutUnsent({ ...body, ...(isZero && zero) });
        expect(withoutUnsent(once)).toEqual(once);
      }),
    );
  });
});
