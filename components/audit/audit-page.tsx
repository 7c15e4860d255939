"use client";

import { lazy, Suspense } from "react";
import { AuditHeader } from "./audit-header";
import { AuditSkeleton } from "./audit-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const AuditLog = lazy(async () => ({ default: (await import("./audit-log")).AuditLog }));

/** The whole audit log. */
export function AuditPage() {
  return (
    <>
      <AuditHeader />
      <Suspense fallback={<AuditSkeleton />}>
        <AuditLog />
      </Suspense>
    </>
  );
}
