/** Entity tags (RFC 9110, 8.8.3): an entity's version as it travels in `ETag` and `If-Match`. */
import { changed, type Versioned } from "./errors";

export function versioned<T>(entity: T, version: string): Versioned<T> {
  return { entity, etag: `"${version}"` };
}

/**
 * Call it once the row is locked and the rights are checked.
 * @throws AppError `changed`, with the entity as it is, when `If-Match` was sent and names another version
 */
export function requireMatch(ifMatch: readonly string[] | null, current: Versioned<unknown>): void {
  if (ifMatch === null || ifMatch.includes("*") || ifMatch.includes(current.etag)) return;
  throw changed(current);
}
