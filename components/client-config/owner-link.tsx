"use client";

import { useActor } from "@/components/base/actor-provider";
import { usePersonName } from "@/components/lookup/people-names";
import { CellLink } from "@/components/ui/cell-link";
import { Name } from "@/components/ui/name";
import { paths } from "@/lib/paths";
import { can } from "@/lib/permissions";

/** Whom a client config belongs to, leading to all of theirs where the actor may see that; below it the username. */
export function OwnerLink({ username }: { username: string }) {
  const name = usePersonName(username);
  const isOpen = can(useActor(), "users:read", { user: username });
  if (username === "") return <span className="text-ink-3">Nobody</span>;
  const label = name ?? username;
  return (
    <span className="min-w-0">
      {isOpen ? (
        <CellLink href={paths.user(username, "configs")} title={username}>
          {label}
        </CellLink>
      ) : (
        <span className="[overflow-wrap:anywhere]">
          <Name>{label}</Name>
        </span>
      )}
      {name !== null && (
        <span className="block text-sm [overflow-wrap:anywhere] text-ink-3 @min-[40rem]/table:truncate">
          <Name>{username}</Name>
        </span>
      )}
    </span>
  );
}
