import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileName, withPrivateKey } from "./device-file";

describe("withPrivateKey", () => {
  test("fills in the line that the server leaves open, and no other", () => {
    const file = "[Interface]\n# PrivateKey = \nAddress = 10.0.0.2/32\n\n[Peer]\nPublicKey = x=\n";
    expect(withPrivateKey(file, "a$&b+/=")).toBe(
      "[Interface]\nPrivateKey = a$&b+/=\nAddress = 10.0.0.2/32\n\n[Peer]\nPublicKey = x=\n",
    );
  });

  test("makes no file without the key", () => {
    expect(() => withPrivateKey("[Interface]\n", "key")).toThrow("no place");
  });
});

describe("fileName", () => {
  test.each([
    ["Phone", "Phone.conf"],
    ["Ada's phone", "Adas-phone.conf"],
    ["Zoë’s  iPhone 17 (work)", "Zoes-iPhone-17.conf"],
    ["a_b=c+d.e-f", "a_b=c+d.e-f.conf"],
    ["..", "0a1b2c3d4e5f.conf"],
    ["電話", "0a1b2c3d4e5f.conf"],
    ["../../etc", "etc.conf"],
  ])("of %j is %s", (name, expected) => {
    expect(fileName(name, "0a1b2c3d4e5f")).toBe(expected);
  });

  test("is always one that WireGuard takes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(fileName(name, "abc")).toMatch(/^[A-Za-z0-9_=+.-]{1,15}\.conf$/);
      }),
    );
  });
});
