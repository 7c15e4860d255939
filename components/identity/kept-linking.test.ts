import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetLinking, isLinkingKept, keepLinking, takeKeptLinking } from "./kept-linking";

beforeEach(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test.each(["prove", "link"] as const)("what was kept is taken once: %s", (step) => {
  keepLinking({ step, provider: "google" });
  expect(isLinkingKept()).toBe(true);
  expect(takeKeptLinking()).toEqual({ step, provider: "google" });
  expect(takeKeptLinking()).toBeNull();
});

test("what came to its end is forgotten", () => {
  keepLinking({ step: "link", provider: "google" });
  forgetLinking();
  expect(isLinkingKept()).toBe(false);
});

test.each(["", "link", "link ", "unlink google"])("%j is nothing of ours", (text) => {
  sessionStorage.setItem("muster-linking", text);
  expect(takeKeptLinking()).toBeNull();
  expect(sessionStorage.getItem("muster-linking")).toBeNull();
});

test("where nothing can be kept, nothing is", () => {
  const refuse = () => {
    throw new DOMException("", "SecurityError");
  };
  vi.stubGlobal("sessionStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
  keepLinking({ step: "link", provider: "google" });
  expect(takeKeptLinking()).toBeNull();
});
