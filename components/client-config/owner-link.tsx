"use client";

import Link from "next/link";
import { useActor } from "@/components/base/actor-provider";
import { usePersonName } from "@/components/lookup/people-names";
import { LinkLabel } from "@/components/ui/link-label";
import { Name } from "@/components/ui/name";
import { paths } from "@/lib/paths";
import { can } from "@/lib/permissions";

/** Whom a client config belongs to, leading to all of theirs where the actor may see that; below it the username. */
export function OwnerLink({ username }: { username: string }) {
  const name = usePersonName(username);
  const isOpen = can(useActor(), "users:read", { user: username });
  if (username === "") return <span className="text-ink-3">Nobody</span>;
  const label = <Name>{name ?? username}</Name>;
  return (
    <span className="min-w-0">
      {isOpen ? (
        <Link
          href={paths.user(username, "configs")}
          prefetch={false}
          title={username}
          className="rounded-sm [overflow-wrap:anywhere] hover:underline"
        >
          <LinkLabel>{label}</LinkLabel>
        </Link>
      ) : (
        <span className="[overflow-wrap:anywhere]">{label}</span>
      )}
      {name !== null && (
        <span className="block text-sm [overflow-wrap:anywhere] text-ink-3 @min-[40rem]/table:truncate">
          <Name>{username}</Name>
        </span>
      )}
    </span>
  );
}
