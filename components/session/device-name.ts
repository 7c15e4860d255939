/** What a `User-Agent` header says, in the words of the person who sits in front of it. */

const programs: readonly [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\bHeadlessChrome\//, "Headless Chrome"],
  [/\b(Chrome|CriOS|Chromium)\//, "Chrome"],
  [/\bVersion\/[\d.]+ .*Safari\//, "Safari"],
  [/^curl\//, "curl"],
  [/^Wget\//i, "Wget"],
  [/^(python-requests|Python-urllib|python-httpx)\//i, "A Python script"],
  [/^Go-http-client\//, "A Go program"],
  [/^(node|undici|axios)\b/, "A Node.js program"],
];

const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

/** "Firefox on Windows", "curl", or the header itself when it is none of those that are known. */
export function deviceName(userAgent: string): string {
  if (userAgent === "") return "Unknown device";
  const program = find(programs, userAgent);
  const system = find(systems, userAgent);
  if (program === undefined) return system ?? userAgent.slice(0, 60);
  return system === undefined ? program : `${program} on ${system}`;
}

export function isPhone(userAgent: string): boolean {
  return /\b(iPhone|Android)\b/.test(userAgent);
}

function find(table: readonly [RegExp, string][], userAgent: string): string | undefined {
  return table.find(([pattern]) => pattern.test(userAgent))?.[1];
}
