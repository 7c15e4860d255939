"use client";

import { AuditHeader } from "@/components/audit/audit-header";
import { AuditSkeleton } from "@/components/audit/audit-skeleton";
import { lazyComponent } from "@/components/ui/lazy-component";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const WordedAuditLog = lazyComponent(
  async () => (await import("./worded-audit-log")).WordedAuditLog,
  {
    fallback: <AuditSkeleton />,
  },
);

/** The whole audit log. */
export function AuditPage() {
  return (
    <>
      <AuditHeader />
      <WordedAuditLog />
    </>
  );
}
