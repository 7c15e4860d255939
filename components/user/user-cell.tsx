"use client";

import Link from "next/link";
import { useActor } from "@/components/base/actor-provider";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { LinkLabel } from "@/components/ui/link-label";
import { paths } from "@/lib/paths";
import { can, type Actor } from "@/lib/permissions";
import { cn } from "@/lib/cn";
import type { User } from "@/lib/user/schema";
import { Name } from "@/components/ui/name";
import { isNamed, nameOf } from "@/components/user/user-words";

/** Who a row is about: initials, name and username, leading to the page that the actor may see of them. */
export function UserCell({ user, isSelf }: { user: User; isSelf: boolean }) {
  const href = pageOf(useActor(), user);
  const name = (
    <LinkLabel>
      <Name>{nameOf(user)}</Name>
    </LinkLabel>
  );
  return (
    <span className="flex items-center gap-3">
      <Avatar name={nameOf(user)} />
      <span className="min-w-0">
        <span className="flex items-center gap-2">
          {href === null ? (
            <span className={nameClass}>{name}</span>
          ) : (
            <Link href={href} prefetch={false} className={cn(nameClass, "hover:underline")}>
              {name}
            </Link>
          )}
          {isSelf && <Badge>You</Badge>}
        </span>
        {isNamed(user) && (
          <span className="block text-sm [overflow-wrap:anywhere] text-ink-3 @min-[40rem]/table:truncate">
            <Name>{user.username}</Name>
          </span>
        )}
      </span>
    </span>
  );
}

const nameClass = "rounded-sm font-medium [overflow-wrap:anywhere] @min-[40rem]/table:truncate";

/** To network admins only the access of service users is open. */
function pageOf(actor: Actor, { username, platform_role_id: role }: User): string | null {
  if (can(actor, "users:read", { user: username })) return paths.user(username);
  return role === "service-user" ? paths.user(username, "access") : null;
}
