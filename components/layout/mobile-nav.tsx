"use client";

import { useState, type ReactNode } from "react";
import { Menu as MenuIcon } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { lazyDialog } from "@/components/ui/lazy-component";
import type { NavSection } from "./nav-item";
import { NavSections } from "./nav-sections";

const Sheet = lazyDialog(async () => (await import("@/components/ui/sheet")).Sheet);

/** The menu button of the top bar and the sheet it opens. */
export function MobileNav({
  sections,
  header,
  footer,
}: {
  sections: readonly NavSection[];
  header: ReactNode;
  footer?: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(false);

  function close() {
    setIsOpen(false);
  }

  return (
    <>
      <IconButton
        label="Menu"
        icon={<MenuIcon />}
        hasTooltip={false}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={Sheet.preload}
        onClick={() => {
          setIsOpen(true);
        }}
      />
      {isOpen && (
        <Sheet title="Menu" onClose={close}>
          <div className="px-5 pt-4 pb-3">{header}</div>
          <nav aria-label="Main" className="px-3 pb-6">
            <NavSections sections={sections} onNavigate={close} />
          </nav>
          {footer && <div className="mt-auto border-t border-line p-3">{footer}</div>}
        </Sheet>
      )}
    </>
  );
}
