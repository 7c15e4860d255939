import type { Counts } from "@/components/import/foreseen";
import { formatCount } from "@/lib/format";

/** "1,980 new", "5 changed": what comes of an import, without what does not. */
export function countLines(counts: Partial<Counts>): string[] {
  return words.flatMap(([state, one, other]) => {
    const count = counts[state] ?? 0;
    return count > 0 ? [formatCount(count, one, other)] : [];
  });
}

const words = [
  ["created", "new user", "new users"],
  ["invited", "invite", "invites"],
  ["updated", "user changed", "users changed"],
  ["unchanged", "user stays as they are", "users stay as they are"],
  ["left-out", "row left out", "rows left out"],
] as const;
