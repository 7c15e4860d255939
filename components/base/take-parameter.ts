/** What the address says under this name, which it says no more afterwards; null where it says nothing. In a browser. */
export function takeParameter(name: string): string | null {
  const url = new URL(window.location.href);
  const value = url.searchParams.get(name);
  if (value === null) return null;
  url.searchParams.delete(name);
  window.history.replaceState(null, "", url);
  return value;
}
