"use client";

import type { ReactNode } from "react";
import { useLinkStatus } from "next/link";
import { cn } from "@/lib/cn";

/** The words of a link to a page of ours: they fade a little while the page lets itself be waited for. */
export function LinkLabel({ children }: { children: ReactNode }) {
  const { pending } = useLinkStatus();
  return (
    <span className={cn("transition-opacity", pending && "opacity-60 delay-150")}>{children}</span>
  );
}
