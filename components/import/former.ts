/** What stands in an account now, where a row of an import would write something else. */
import { foldCase } from "@/lib/fold";
import { roleOf } from "@/components/user/role-of";
import { platformRoleNames } from "@/lib/permissions";
import type { UserDetail } from "@/lib/user/schema";
import type { ImportColumn } from "./columns";
import { groupsIn } from "./groups-in";

/** In words, by column. */
export type Former = Partial<Record<ImportColumn, string>>;

interface Known extends Pick<UserDetail, "display_name" | "platform_role_id"> {
  user_group_ids: Record<string, { id: string; name: string }>;
}

/** @param textOf the text of the row's cell; empty where it changes nothing */
export function formerOf(user: Known, textOf: (column: ImportColumn) => string): Former {
  const former: Former = {};
  const name = textOf("display_name").trim().normalize();
  if (name !== "" && name !== user.display_name) {
    former.display_name = user.display_name || "empty";
  }
  const role = textOf("platform_role_id").trim();
  if (role !== "" && roleOf(role) !== user.platform_role_id) {
    former.platform_role_id = platformRoleNames[user.platform_role_id];
  }
  const written = groupsIn(textOf("user_group_ids"));
  const groups = Object.values(user.user_group_ids);
  if (written.length > 0 && !areThese(written, groups)) {
    former.user_group_ids = groups.map(({ name, id }) => name || id).join("; ") || "no groups";
  }
  return former;
}

function areThese(written: readonly string[], groups: readonly { id: string; name: string }[]) {
  const idOf = new Map(groups.map(({ id, name }) => [foldCase(name), id]));
  for (const { id } of groups) idOf.set(foldCase(id), id);
  const ids = written.map((each) => idOf.get(foldCase(each)));
  return !ids.includes(undefined) && new Set(ids).size === groups.length;
}
