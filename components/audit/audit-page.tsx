"use client";

import { lazyComponent } from "@/components/ui/lazy-component";
import { AuditHeader } from "./audit-header";
import { AuditSkeleton } from "./audit-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const AuditLog = lazyComponent(async () => (await import("./audit-log")).AuditLog, {
  fallback: <AuditSkeleton />,
});

/** The whole audit log. */
export function AuditPage() {
  return (
    <>
      <AuditHeader />
      <AuditLog />
    </>
  );
}
