"use client";

import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Name } from "@/components/ui/name";
import { Skeleton } from "@/components/ui/skeleton";
import { formatCount, formatNumber } from "@/lib/format";
import { networkHitsQuery } from "./queries";

/** The roles that go with a network, and the groups that lose what they grant on it. */
export function NetworkHits({ netid }: { netid: string }) {
  const { data } = useQuery(networkHitsQuery(netid));
  if (!data) return <Skeleton className="w-56" />;
  const { roles, groups } = data;
  return (
    <>
      {roles.total > 0 && (
        <Hits found={roles}>{formatCount(roles.total, "custom role")} will be deleted:</Hits>
      )}
      {groups.total > 0 && (
        <Hits found={groups}>
          {formatCount(groups.total, "group loses what it grants", "groups lose what they grant")}{" "}
          on it:
        </Hits>
      )}
    </>
  );
}

function Hits({
  found: { names, total },
  children,
}: {
  found: { names: readonly string[]; total: number };
  children: ReactNode;
}) {
  const more = total - names.length;
  return (
    <div>
      <p>{children}</p>
      <ul className="list-disc ps-5 [overflow-wrap:anywhere] text-ink">
        {names.map((name, index) => (
          <li key={index}>
            <Name>{name}</Name>
          </li>
        ))}
        {more > 0 && <li>and {formatNumber(more)} more</li>}
      </ul>
    </div>
  );
}
