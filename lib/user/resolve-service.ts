import "server-only";
import { authorize } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import { can } from "@/lib/permissions";
import { readName } from "./names";
import * as resolving from "./resolve-repository";
import type { NamesGiven, ResolvedName } from "./schema";

/**
 * The users of names, in the order given. A username counts before a display name; to network admins nobody exists
 * but service users.
 */
export async function resolveNames(ctx: Context, { names }: NamesGiven): Promise<ResolvedName[]> {
  authorize(ctx, "users:resolve");
  const role = can(ctx.actor, "users:list") ? "any" : "service-user";
  const read = names.map((given) => ({ given, ...readName(given) }));
  const usernames = read.flatMap((name) => name.usernames);
  const byUsername = await resolving.findByUsernames(ctx.db, usernames, role);

  const found = read.map(({ usernames: tried }) => firstOf(byUsername, tried));
  const unknown = read.filter((_, index) => !found[index]);
  const folded = unknown.flatMap(({ displayName }) => (displayName === "" ? [] : [displayName]));
  const byDisplayName = await resolving.findByDisplayNames(ctx.db, folded, role);
  return read.map(({ given, displayName }, index) => ({
    given,
    ...(found[index] ?? byDisplayName.get(displayName) ?? nobody),
  }));
}

const nobody: resolving.Match = { username: "", display_name: "", matches: 0 };

function firstOf(
  found: ReadonlyMap<string, resolving.Match>,
  usernames: readonly string[],
): resolving.Match | undefined {
  return usernames.map((username) => found.get(username)).find((match) => match !== undefined);
}
