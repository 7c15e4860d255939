import { afterEach, describe, expect, test, vi } from "vitest";
import { readStored, writeStored } from "./browser-storage";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("what is remembered in the browser", () => {
  test("is kept, and forgotten", () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
    writeStored("colour", "red");
    expect(readStored("colour")).toBe("red");
    writeStored("colour", null);
    expect(readStored("colour")).toBeNull();
    expect(kept.size).toBe(0);
  });

  test("lasts as long as the page where the browser refuses", () => {
    vi.stubGlobal("localStorage", undefined);
    expect(readStored("colour")).toBeNull();
    writeStored("colour", "red");
    expect(readStored("colour")).toBe("red");
    writeStored("colour", null);
    expect(readStored("colour")).toBeNull();
  });
});
