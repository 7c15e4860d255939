"use client";

import { useActor } from "@/components/base/actor-provider";
import { useWhatIf, type AccessChangeInput } from "@/components/what-if/use-what-if";
import { WhatIf } from "@/components/what-if/what-if";
import { can } from "@/lib/permissions";

/**
 * What people would gain or lose by coming into a group or leaving it, where the actor may find out.
 * @param usernames null while it is not known who moves
 */
export function useMovingWhatIf(
  move: "add_members" | "remove_members",
  groupId: string,
  usernames: readonly string[] | null,
) {
  const isAllowed = can(useActor(), "access:preview");
  const isAsked = isAllowed && usernames !== null && usernames.length > 0;
  const members = { group_id: groupId, ids: [...(usernames ?? [])] };
  const change: AccessChangeInput | null = isAsked ? { [move]: members } : null;
  return { isAsked, whatIf: useWhatIf(change) };
}

/** What these people would gain by coming into a group. */
export function JoiningWhatIf({
  groupId,
  usernames,
}: {
  groupId: string;
  usernames: readonly string[];
}) {
  const { isAsked, whatIf } = useMovingWhatIf("add_members", groupId, usernames);
  return isAsked ? <WhatIf whatIf={whatIf} /> : null;
}
