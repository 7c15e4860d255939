import { describe, expect, test } from "vitest";
import { typedKeyOf } from "./otp-url";

describe("typedKeyOf", () => {
  test("groups the key in fours and names the account", () => {
    const url =
      "otpauth://totp/Muster:ada%40example.com?issuer=Muster&secret=JBSWY3DPEHPK3PXPAB&algorithm=SHA1";
    expect(typedKeyOf(url)).toEqual({
      account: "Muster: ada@example.com",
      key: "JBSWY3DPEHPK3PXPAB",
      grouped: "JBSW Y3DP EHPK 3PXP AB",
    });
  });

  test("takes the colon in its escaped form too", () => {
    expect(typedKeyOf("otpauth://totp/Muster%3A%20ada?secret=AAAA").account).toBe("Muster: ada");
  });
});
