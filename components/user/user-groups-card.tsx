"use client";

import Link from "next/link";
import { useActor } from "@/components/base/actor-provider";
import { CardSection } from "@/components/ui/card";
import { LinkLabel } from "@/components/ui/link-label";
import { Name } from "@/components/ui/name";
import type { UserGroup } from "@/lib/group/schema";
import { formatCount } from "@/lib/format";
import { paths } from "@/lib/paths";
import { can } from "@/lib/permissions";

/** The groups that the user is in, by name. */
export function UserGroupsCard({ groups }: { groups: readonly UserGroup[] }) {
  const isLinked = can(useActor(), "groups:read");
  const sorted = [...groups].sort((a, b) => a.name.localeCompare(b.name));
  return (
    <CardSection title="Groups" description={groups.length > 0 ? describe(groups.length) : null}>
      {sorted.length === 0 ? (
        <p className="text-ink-3">No groups</p>
      ) : (
        <ul className="-my-2 divide-y divide-line">
          {sorted.map((group) => (
            <li key={group.id} className="flex flex-wrap justify-between gap-x-4 py-2">
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {isLinked ? <GroupLink group={group} /> : <Name>{group.name}</Name>}
              </span>
              <span className="text-ink-3">{formatCount(group.member_count, "member")}</span>
            </li>
          ))}
        </ul>
      )}
    </CardSection>
  );
}

function GroupLink({ group: { id, name } }: { group: UserGroup }) {
  return (
    <Link href={paths.group(id)} prefetch={false} className="rounded-sm hover:underline">
      <LinkLabel>
        <Name>{name}</Name>
      </LinkLabel>
    </Link>
  );
}

function describe(count: number): string {
  return `Member of ${formatCount(count, "group")}.`;
}
