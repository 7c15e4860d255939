"use client";

import { useQuery } from "@tanstack/react-query";
import { lazyComponent } from "@/components/ui/lazy-component";
import { groupDetailQuery } from "@/components/group/queries";
import { MembersSkeleton } from "./members-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const MembersTable = lazyComponent(async () => (await import("./members-table")).MembersTable, {
  fallback: <MembersSkeleton />,
});

/** Who is in a group. */
export function GroupMembers({ id }: { id: string }) {
  const { data } = useQuery(groupDetailQuery(id));
  // The layout says what is wrong.
  return data ? <MembersTable group={data.entity} /> : null;
}
