import type { ReactNode } from "react";
import Link from "next/link";
import { MobileNav } from "./mobile-nav";
import type { NavSection } from "./nav-item";
import { NavSections } from "./nav-sections";
import { ProductName } from "./product-mark";
import { SkipLink } from "./skip-link";

/**
 * The frame of the console: navigation beside the page, or behind a menu button where there is no
 * room, measured in the person's text size. `topActions` stand in the sidebar's head (the command
 * menu's button), `userMenu` at its foot; `compactTopActions` and `compactUserMenu` in the top bar.
 */
export function AppShell({
  sections,
  homeHref = "/",
  topActions,
  compactTopActions = topActions,
  userMenu,
  compactUserMenu = userMenu,
  banner,
  children,
}: {
  sections: readonly NavSection[];
  homeHref?: string;
  topActions?: ReactNode;
  compactTopActions?: ReactNode;
  userMenu: ReactNode;
  compactUserMenu?: ReactNode;
  /** Something everyone must know, above every page. */
  banner?: ReactNode;
  children: ReactNode;
}) {
  return (
    // A dialog takes the pointer away from the body. Its scrim covers the page: said here, nothing below is styled anew.
    <div className="@container/shell pointer-events-auto">
      <SkipLink />
      <div className="@min-[58rem]/shell:grid @min-[58rem]/shell:grid-cols-[15rem_minmax(0,1fr)]">
        <header className="sticky top-0 hidden h-dvh flex-col gap-5 overflow-y-auto border-e border-line bg-canvas px-3 py-4 @min-[58rem]/shell:flex">
          <div className="grid justify-items-start gap-4">
            <Link href={homeHref} className="mx-2 flex rounded-md">
              <ProductName />
            </Link>
            {topActions}
          </div>
          <nav aria-label="Main">
            <NavSections sections={sections} />
          </nav>
          <div className="mt-auto">{userMenu}</div>
        </header>
        <header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-b border-line bg-canvas/95 px-3 backdrop-blur-sm @min-[58rem]/shell:hidden">
          <MobileNav sections={sections} header={<ProductName />} />
          <Link href={homeHref} className="flex rounded-md">
            <ProductName />
          </Link>
          <div className="ms-auto flex items-center gap-1">
            {compactTopActions}
            {compactUserMenu}
          </div>
        </header>
        <div className="min-w-0">
          {banner}
          <main
            id="main"
            tabIndex={-1}
            data-programmatic-focus
            className="mx-auto max-w-[100rem] scroll-mt-14 px-4 pt-5 pb-8 @min-[58rem]/shell:px-8"
          >
            {children}
          </main>
        </div>
      </div>
    </div>
  );
}
