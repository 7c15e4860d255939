import type { FirstRead } from "@/components/console/first-paint";
import { groupNamesQuery, groupQuestions } from "@/components/lookup/groups";
import { roleNamesQuery, roleQuestions } from "@/components/lookup/roles";
import type { Context } from "@/lib/context";
import { groupListQuery } from "@/lib/group/schema";
import { pageGroups } from "@/lib/group/service";
import { roleListQuery } from "@/lib/role/schema";
import { pageRoles } from "@/lib/role/service";

/** The names of the groups that a page shows, with its HTML. @param idsOf may wait for what the page reads */
export function firstGroupNames(ctx: Context, idsOf: () => Promise<Iterable<string>>): FirstRead {
  return async (client) => {
    for (const ids of groupQuestions(await idsOf())) {
      const { data } = await pageGroups(ctx, groupListQuery.parse(wanted(ids)));
      client.setQueryData(groupNamesQuery(ids).queryKey, namesIn(data));
    }
  };
}

/** As {@link firstGroupNames}, of roles. */
export function firstRoleNames(ctx: Context, idsOf: () => Promise<Iterable<string>>): FirstRead {
  return async (client) => {
    for (const ids of roleQuestions(await idsOf())) {
      const { data } = await pageRoles(ctx, roleListQuery.parse(wanted(ids)));
      client.setQueryData(roleNamesQuery(ids).queryKey, namesIn(data));
    }
  };
}

function wanted(ids: string[]) {
  return { page: "1", per_page: String(ids.length), id: ids };
}

function namesIn(found: readonly { id: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(found.map(({ id, name }) => [id, name]));
}
