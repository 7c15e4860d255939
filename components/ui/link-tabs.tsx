"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/lib/cn";

export interface LinkTab {
  href: string;
  label: string;
  count?: string;
}

/** Tabs that are routes: links in a nav, the current one by the path. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="border-b border-line">
      <ul className="-mb-px flex [scrollbar-width:none] gap-1 overflow-x-auto">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={pathname === tab.href ? "page" : undefined}
              className={cn(
                "inline-flex h-9 items-center gap-1.5 border-b-2 border-transparent px-2.5 font-medium whitespace-nowrap text-ink-2 -outline-offset-2 motion-colors hover:text-ink aria-[current]:border-accent aria-[current]:text-ink",
              )}
            >
              {tab.label}
              {tab.count !== undefined && <span className="text-xs text-ink-3">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
