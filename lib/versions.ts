/** Entity tags (RFC 9110, 8.8.3): an entity's version as it travels in `ETag` and `If-Match`. */
import { changed, type Versioned } from "./errors";

/** An entity as the database has it. */
export interface Stored<T> {
  entity: T;
  /** Raised by every change of the entity. */
  version: string;
}

export function toVersioned<T>({ entity, version }: Stored<T>): Versioned<T> {
  return { entity, etag: `"${version}"` };
}

/**
 * Call it once the row is locked and the rights are checked.
 * @throws AppError `changed`, with the entity as it is, when `If-Match` was sent and names another version
 */
export function requireMatch(ifMatch: readonly string[] | null, stored: Stored<unknown>): void {
  const current = toVersioned(stored);
  if (ifMatch === null || isAmong(current.etag, ifMatch)) return;
  throw changed(current);
}

/** Whether one of the tags of `If-Match` or `If-None-Match` names this one. */
export function isAmong(etag: string, tags: readonly string[]): boolean {
  return tags.some((tag) => names(tag, etag));
}

/** What compressing proxies make of our tag when they hand it on: weak, or with the name of the coding behind it. */
const CODING = /(?:--?|[;:])(gzip|br|zstd|deflate)(?="$)/;

function names(tag: string, etag: string): boolean {
  return tag === "*" || tag.replace(/^W\//, "").replace(CODING, "") === etag;
}
