import { afterEach, describe, expect, test, vi } from "vitest";
import { ariaShortcut, isSingleKey, keyName, keyOf } from "./shortcut-keys";

const none = { code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const linux = "Mozilla/5.0 (X11; Linux x86_64)";
const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("keyOf", () => {
  test.each([
    ["a single key", linux, { key: "n" }, "n"],
    ["a single key with Caps Lock", linux, { key: "N" }, "n"],
    ["one with Shift, which is another", linux, { key: "N", shiftKey: true }, "N"],
    ["one with Shift and Caps Lock", linux, { key: "n", shiftKey: true }, "N"],
    ["a single key in another alphabet", linux, { key: "т", code: "KeyN" }, "n"],
    ["the slash in another alphabet", linux, { key: "ظ", code: "Slash" }, "/"],
    ["the question mark there", linux, { key: "؟", code: "Slash", shiftKey: true }, "?"],
    ["Ctrl in another alphabet", linux, { key: "л", code: "KeyK", ctrlKey: true }, "Mod+K"],
    ["what a Latin keyboard says, wherever the key is", linux, { key: "k", code: "KeyV" }, "k"],
    ["keys that have names", linux, { key: "Escape", code: "Escape" }, "Escape"],
    ["one that needs Shift", linux, { key: "?", shiftKey: true }, "?"],
    ["Ctrl", linux, { key: "k", ctrlKey: true }, "Mod+K"],
    ["Ctrl with Caps Lock", linux, { key: "K", ctrlKey: true }, "Mod+K"],
    ["⌘ on Apple's keyboards", mac, { key: "k", metaKey: true }, "Mod+K"],
    ["Ctrl there, which cuts the line", mac, { key: "k", ctrlKey: true }, ""],
    ["the Windows key", linux, { key: "k", metaKey: true }, ""],
    ["AltGr, which is Ctrl and Alt", linux, { key: "k", ctrlKey: true, altKey: true }, ""],
    ["Ctrl and Shift", linux, { key: "K", ctrlKey: true, shiftKey: true }, ""],
  ])("knows %s", (_name, userAgent, pressed, expected) => {
    vi.stubGlobal("navigator", { userAgent });
    expect(keyOf({ ...none, ...pressed })).toBe(expected);
  });
});

describe("a shortcut", () => {
  test("is written as on the keyboard", () => {
    expect(keyName("Mod+K", true)).toBe("⌘K");
    expect(keyName("Mod+K", false)).toBe("Ctrl K");
    expect(keyName("ArrowDown", false)).toBe("↓");
    expect(keyName("/", false)).toBe("/");
  });

  test("is told to assistive technology for both kinds of keyboards", () => {
    expect(ariaShortcut("Mod+K")).toBe("Control+K Meta+K");
    expect(ariaShortcut("/")).toBe("/");
  });

  test("of a single key can be switched off", () => {
    expect(isSingleKey("+")).toBe(true);
    expect(isSingleKey("Mod+K")).toBe(false);
  });
});
