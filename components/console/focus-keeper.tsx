"use client";

import { useEffect, useRef } from "react";
import { usePathname } from "next/navigation";
import { focusMain } from "@/components/ui/focus-return";

/** Once, in the console: on another page what had the focus may be gone, and the keyboard goes on with that page. */
export function FocusKeeper() {
  const pathname = usePathname();
  const shownRef = useRef(pathname);

  useEffect(() => {
    if (shownRef.current === pathname) return;
    shownRef.current = pathname;
    if (document.activeElement === document.body) focusMain();
  }, [pathname]);

  return null;
}
