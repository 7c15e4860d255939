import Link from "next/link";
import { cn } from "@/lib/cn";
import { LinkLabel } from "./link-label";
import { Name } from "./name";

/** A name in a cell of a table that leads to its page: no wider than the cell, beyond which nothing is to be hit. */
export function CellLink({
  href,
  children,
  title = children,
  isMain = false,
}: {
  href: string;
  /** Shown on top of it; the name itself unless given. */
  title?: string;
  /** It names the row. */
  isMain?: boolean;
  children: string;
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      title={title}
      className={cn(
        "block w-fit max-w-full rounded-sm [overflow-wrap:anywhere] hover:underline @min-[40rem]/table:truncate",
        isMain && "font-medium",
      )}
    >
      <LinkLabel>
        <Name>{children}</Name>
      </LinkLabel>
    </Link>
  );
}
