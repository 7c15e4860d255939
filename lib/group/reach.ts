/** What changes of groups change of what people reach. */
import type { ReachChange } from "@/lib/reach/change";
import { grantsOf } from "./grants";
import type { GroupInput, UserGroup } from "./schema";

interface Rows {
  id: string;
}

export function reachOfNew(after: UserGroup, members: readonly Rows[]): ReachChange {
  return { ...granting(after), ...having(after.id, members) };
}

/** @param named who is in the group then, where the input says so */
export function reachOfUpdate(
  after: UserGroup,
  input: Pick<GroupInput, "network_roles" | "members">,
  named: readonly Rows[],
): ReachChange {
  return {
    ...(input.network_roles && granting(after)),
    ...(input.members && having(after.id, named)),
  };
}

function granting({ id, network_roles }: UserGroup): ReachChange {
  return { grants: { groupId: id, grants: grantsOf(network_roles) } };
}

function having(groupId: string, members: readonly Rows[]): ReachChange {
  return { members: { groupId, userIds: idsOf(members) } };
}

/** @param moved who comes in and who goes */
export function reachOfMove(
  groupId: string,
  moved: { added: readonly Rows[]; removed: readonly Rows[] },
): ReachChange {
  return { moved: { groupId, added: idsOf(moved.added), removed: idsOf(moved.removed) } };
}

function idsOf(found: readonly Rows[]): string[] {
  return found.map(({ id }) => id);
}
