"use client";

import { createContext, use } from "react";
import { BadgeList } from "@/components/ui/badge";
import { Skeleton } from "@/components/ui/skeleton";
import { seededGroupName } from "@/lib/group/built-in";

/** What the groups of the shown people are called; null until that is known. */
export const GroupNamesContext = createContext<(id: string) => string | null>(seededGroupName);

/** The groups of one person, by name. */
export function GroupBadges({ ids }: { ids: readonly string[] }) {
  const nameOf = use(GroupNamesContext);
  const names = ids.map(nameOf).filter((name) => name !== null);
  if (ids.length > 0 && names.length === 0) return <Skeleton className="w-24" />;
  return <BadgeList labels={names} max={1} />;
}
