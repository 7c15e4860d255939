import { callGroups } from "@/components/lookup/groups";
import { foldCase } from "@/lib/fold";
import type { InviteRole } from "@/lib/invite/wanted";
import type { InviteForm } from "./invite-form-schema";
import { parseAddresses } from "./parse-addresses";
import type { FileRow } from "./parse-rows";

/** What the endpoint is sent. */
export interface InviteBody {
  user_emails?: string[];
  invites?: { email: string; platform_role_id?: InviteRole; user_group_ids?: string[] }[];
  platform_role_id: InviteRole;
  user_group_ids: string[];
}

/** @throws with what is wrong, where a file names a group that there is not */
export async function inviteBody(
  { way, addresses, platform_role_id, user_group_ids }: InviteForm,
  rows: readonly FileRow[],
): Promise<InviteBody> {
  const common = { platform_role_id, user_group_ids };
  if (way === "text") return { user_emails: [...parseAddresses(addresses).addresses], ...common };
  const groupIds = await groupIdsOf(rows);
  const invites = rows.map(({ email, role, groups }) => ({
    email,
    ...(role && { platform_role_id: role }),
    ...(groups.length > 0 && { user_group_ids: groups.map((name) => groupIds(name)) }),
  }));
  return { invites, ...common };
}

const PER_NAME = 100;

/** Finds the ids of all groups that the rows name. @throws with those that there are not */
async function groupIdsOf(rows: readonly FileRow[]): Promise<(name: string) => string> {
  const names = [...new Set(rows.flatMap(({ groups }) => groups))];
  const found = new Map(
    await Promise.all(names.map(async (name) => [name, await groupIdOf(name)] as const)),
  );
  const unknown = rows.flatMap(({ row, groups }) =>
    groups
      .filter((name) => found.get(name) === undefined)
      .map((name) => `Row ${row}: there is no group “${name}”.`),
  );
  if (unknown.length > 0) throw new Error(unknown.slice(0, 5).join(" "));
  return (name) => found.get(name) ?? name;
}

async function groupIdOf(name: string): Promise<string | undefined> {
  const query = { page: "1", per_page: String(PER_NAME), sort: "name", q: name } as const;
  const { data } = await callGroups("page", { query });
  const byId = data.find(({ id }) => id === name);
  return (byId ?? data.find((group) => foldCase(group.name) === foldCase(name)))?.id;
}
