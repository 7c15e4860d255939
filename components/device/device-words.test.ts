import { expect, test } from "vitest";
import { kindOf, kindOfBrowser } from "./device-words";

test.each([
  ["phone", "phone"],
  ["Android 16", "phone"],
  ["iOS", "phone"],
  ["laptop", "laptop"],
  ["windows", "laptop"],
  ["Darwin", "laptop"],
  ["other", "other"],
  ["", "other"],
])("a client config of %j is one of a %s", (os, kind) => {
  expect(kindOf({ os })).toBe(kind);
});

test("what one holds in one's hands is offered first", () => {
  const linux = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  const phone = "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile";
  expect([kindOfBrowser(phone), kindOfBrowser(linux)]).toEqual(["phone", "laptop"]);
});
