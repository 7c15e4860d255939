import { describe, expect, test } from "vitest";
import { compareAddresses, hostCount, isHostOf } from "./range";

describe("addresses", () => {
  test("are sorted as numbers, IPv4 first", () => {
    const sorted = ["fd00::9", "10.0.0.10", "fd00::10", "9.255.255.255", "10.0.0.9"].sort(
      compareAddresses,
    );
    expect(sorted).toEqual(["9.255.255.255", "10.0.0.9", "10.0.0.10", "fd00::9", "fd00::10"]);
    expect(compareAddresses("10.0.0.1", "10.0.0.1")).toBe(0);
    expect(compareAddresses("fd00::1", "fd00:0::1")).toBe(0);
  });

  test.each([
    ["10.0.0.0/30", 2],
    ["10.0.0.0/24", 254],
    ["10.0.0.0/8", 16_777_214],
  ])("of %s that hosts can have are %i", (range, count) => {
    expect(hostCount(range)).toBe(count);
  });

  test.each([
    ["10.0.0.1", true],
    ["10.0.0.254", true],
    ["10.0.0.0", false],
    ["10.0.0.255", false],
    ["10.0.1.1", false],
    ["fd00::1", false],
  ])("%s is a host of 10.0.0.0/24: %s", (address, isHost) => {
    expect(isHostOf("10.0.0.0/24", address)).toBe(isHost);
  });
});
