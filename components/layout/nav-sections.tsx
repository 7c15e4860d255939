"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { LinkLabel } from "@/components/ui/link-label";
import { cn } from "@/lib/cn";
import type { NavItem, NavSection } from "./nav-item";

/** The grouped links of the shell. The page and everything below its path count as current. */
export function NavSections({
  sections,
  onNavigate,
}: {
  sections: readonly NavSection[];
  onNavigate?: () => void;
}) {
  const pathname = usePathname();
  return (
    <div className="grid gap-5">
      {sections.map((section) => (
        <div key={section.label}>
          <h2 className="mb-1 px-2 text-xs font-medium text-ink-3">{section.label}</h2>
          <ul className="grid gap-px">
            {section.items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} pathname={pathname} onNavigate={onNavigate} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function NavLink({
  item,
  pathname,
  onNavigate,
}: {
  item: NavItem;
  pathname: string;
  onNavigate: (() => void) | undefined;
}) {
  const { badge } = item;
  return (
    <Link
      href={item.href}
      onClick={onNavigate}
      aria-current={currentOf(item.href, pathname)}
      className="flex min-h-8 items-center gap-2.5 rounded-md px-2 py-1 text-ink-2 -outline-offset-2 motion-colors hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink forced-colors:aria-[current]:outline-2 forced-colors:aria-[current]:-outline-offset-2 pointer-coarse:min-h-10 [&_svg]:size-4 [&_svg]:shrink-0"
    >
      {item.icon && <span aria-hidden="true">{item.icon}</span>}
      <span className="min-w-0 grow">
        <LinkLabel>{item.label}</LinkLabel>
      </span>
      {badge && (
        <span
          className={cn("text-xs", badge.isAttention ? "font-semibold text-warn" : "text-ink-3")}
        >
          {badge.text}
          {badge.description && <span className="sr-only"> {badge.description}</span>}
        </span>
      )}
    </Link>
  );
}

function currentOf(href: string, pathname: string): "page" | "true" | undefined {
  if (pathname === href) return "page";
  return pathname.startsWith(`${href}/`) ? "true" : undefined;
}
