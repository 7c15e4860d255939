"use client";

import { useEffect, useRef } from "react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { LinkLabel } from "./link-label";

export interface LinkTab {
  href: string;
  label: string;
  count?: string;
}

/** Tabs that are routes: links in a nav, the current one by the path. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  const pathname = usePathname();
  const listRef = useRef<HTMLUListElement>(null);

  // Where they do not all fit, the current one is scrolled into sight, and nothing but the tabs moves.
  useEffect(() => {
    showCurrent(listRef.current);
  }, [pathname]);

  return (
    <nav aria-label={label} className="border-b border-line">
      <ul
        ref={listRef}
        className="relative -mb-px flex [scrollbar-width:none] gap-1 overflow-x-auto"
      >
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={isSamePath(pathname, tab.href) ? "page" : undefined}
              className="inline-flex h-9 items-center gap-1.5 border-b-2 border-transparent px-2.5 font-medium whitespace-nowrap text-ink-2 -outline-offset-2 motion-colors hover:text-ink aria-[current]:border-accent aria-[current]:text-ink forced-colors:border-[Canvas] forced-colors:aria-[current]:border-[Highlight]"
            >
              <LinkLabel>{tab.label}</LinkLabel>
              {tab.count !== undefined && <span className="text-xs text-ink-3">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A typed address keeps its "@" and its capitals; ours are encoded, with names in lower case. */
function isSamePath(pathname: string, href: string): boolean {
  return decodeURIComponent(pathname).toLowerCase() === decodeURIComponent(href).toLowerCase();
}

function showCurrent(list: HTMLElement | null) {
  const current = list?.querySelector<HTMLElement>("[aria-current]");
  if (!list || !current) return;
  list.scrollLeft = current.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
}
