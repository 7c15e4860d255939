/** What is remembered in this browser. Where it keeps nothing, as in some private windows: until the page is left. */

const unkept = new Map<string, string>();

export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return unkept.get(key) ?? null;
  }
}

/** @param value null forgets it */
export function writeStored(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    if (value === null) unkept.delete(key);
    else unkept.set(key, value);
  }
}
