import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { LinkLabel } from "@/components/ui/link-label";
import { paths } from "@/lib/paths";
import type { User } from "@/lib/user/schema";
import { Name } from "@/components/ui/name";
import { isNamed, nameOf } from "@/components/user/user-words";

/** Who a row is about: initials, name and username, leading to the user's page. */
export function UserCell({ user, isSelf }: { user: User; isSelf: boolean }) {
  return (
    <span className="flex items-center gap-3">
      <Avatar name={nameOf(user)} />
      <span className="min-w-0">
        <span className="flex items-center gap-2">
          <Link
            href={paths.user(user.username)}
            prefetch={false}
            className="rounded-sm font-medium [overflow-wrap:anywhere] hover:underline @min-[40rem]/table:truncate"
          >
            <LinkLabel>
              <Name>{nameOf(user)}</Name>
            </LinkLabel>
          </Link>
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
