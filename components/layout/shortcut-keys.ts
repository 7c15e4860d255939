/** The keys of shortcuts: a single one as in `KeyboardEvent.key`, or with ⌘ or Ctrl, such as "Mod+K". */

const MOD = "Mod+";

/** Under which the browser remembers whether single keys do something. */
export const shortcutsKey = "muster.shortcuts";

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** What was pressed. Modifiers that no shortcut has make it none, and mostly the browser's own. */
export function keyOf(pressed: Pressed): string {
  const { ctrlKey, metaKey, altKey, shiftKey } = pressed;
  const key = latinKeyOf(pressed);
  if (!ctrlKey && !metaKey && !altKey) return key;
  const isMod = isApple() ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  return isMod && !altKey && !shiftKey ? `${MOD}${key.toUpperCase()}` : "";
}

/** The key as a Latin keyboard has it, whatever alphabet is switched on; Caps Lock does not count. */
function latinKeyOf({ key, code, shiftKey }: Pressed): string {
  const isLatin = key.length > 1 || key <= "~";
  const latin = isLatin ? key : latinOf(code, shiftKey);
  if (!/^[a-z]$/i.test(latin)) return latin;
  return shiftKey ? latin.toUpperCase() : latin.toLowerCase();
}

function latinOf(code: string, isShifted: boolean): string {
  if (code === "Slash") return isShifted ? "?" : "/";
  return /^Key([A-Z])$/.exec(code)?.[1] ?? "";
}

/** Such a key is also typed, so it does nothing while one types, and can be switched off. */
export function isSingleKey(key: string): boolean {
  return !key.startsWith(MOD);
}

/** Whether ⌘ takes the place of Ctrl, which edits text on those keyboards. */
export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

export function keyName(key: string, isOnApple: boolean): string {
  if (!isSingleKey(key)) return key.replace(MOD, isOnApple ? "⌘" : "Ctrl ");
  return names[key] ?? key;
}

const names: Record<string, string> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  Escape: "Esc",
  " ": "Space",
};

/** For `aria-keyshortcuts`, which takes the keys of both kinds of keyboards. */
export function ariaShortcut(key: string): string {
  if (isSingleKey(key)) return key;
  return `${key.replace(MOD, "Control+")} ${key.replace(MOD, "Meta+")}`;
}
