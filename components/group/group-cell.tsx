"use client";

import Link from "next/link";
import { useActor } from "@/components/base/actor-provider";
import { Badge } from "@/components/ui/badge";
import { LinkLabel } from "@/components/ui/link-label";
import { GroupName } from "./group-name";
import type { UserGroup } from "@/lib/group/schema";
import { paths } from "@/lib/paths";
import { can } from "@/lib/permissions";

/** What a row is about: the group's name, which leads to its page for whoever may see it, and its notes. */
export function GroupCell({ group }: { group: UserGroup }) {
  return (
    <span className="min-w-0">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {can(useActor(), "groups:read") ? (
          <Link
            href={paths.group(group.id)}
            prefetch={false}
            title={group.name}
            className="min-w-0 rounded-sm font-medium hover:underline"
          >
            <LinkLabel>
              <GroupName group={group} />
            </LinkLabel>
          </Link>
        ) : (
          <GroupName group={group} />
        )}
        {group.default && <Badge>Default</Badge>}
        {group.external_identity_provider_id !== "" && <Badge>External</Badge>}
      </span>
      {group.meta_data !== "" && (
        <span
          title={group.meta_data}
          className="block text-sm [overflow-wrap:anywhere] text-ink-3 @min-[40rem]/table:truncate"
        >
          <bdi>{group.meta_data}</bdi>
        </span>
      )}
    </span>
  );
}
