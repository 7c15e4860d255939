import { formatCount } from "@/lib/format";
import type { PendingUser } from "@/lib/pending-user/schema";

/** What to call somebody who may have told no name. */
export function nameOf({ display_name: name, username }: PendingUser): string {
  return name || username;
}

export function countOf(count: number): string {
  return formatCount(count, "person", "people");
}
