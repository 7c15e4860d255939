/** Parameters of a path, decoded one segment at a time. */
import type { pathParameters } from "./contract";

export interface RawPath {
  /** As decoded; as it came where the percent-encoding is broken. */
  values: Record<string, string>;
  /** Names of the parameters whose percent-encoding is broken. */
  broken: ReadonlySet<string>;
}

export function pathValues(names: ReturnType<typeof pathParameters>, pathname: string): RawPath {
  const values: Record<string, string> = {};
  const broken = new Set<string>();
  if (names.length === 0) return { values, broken };
  const parts = pathname.split("/");
  for (const { name, index } of names) {
    const part = parts[index] ?? "";
    const decoded = decodePart(part);
    if (decoded === null) broken.add(name);
    values[name] = decoded ?? part;
  }
  return { values, broken };
}

export interface Target {
  pathname: string;
  /** With its question mark; empty without a query. */
  search: string;
}

const target = /^[^:]+:\/\/[^/?#]*([^?#]*)([^#]*)/;

/** As `URL` has them, whose parser need not be asked: a request's address is in its normal form. */
export function targetOf({ url }: Request): Target {
  const [, pathname = "", search = ""] = target.exec(url) ?? [];
  return { pathname, search };
}

/** Null when the percent-encoding is broken. */
export function decodePart(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** @param pattern with parameters, which are never empty: `/api/users/{username}` */
export function fitsPattern(pattern: string, pathname: string): boolean {
  const own = pattern.split("/");
  const parts = pathname.split("/");
  if (own.length !== parts.length) return false;
  return own.every((part, index) =>
    part.startsWith("{") ? parts[index] !== "" : part === parts[index],
  );
}
