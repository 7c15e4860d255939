"use client";

import { AuditLog } from "@/components/audit/audit-log";
import { VocabularyProvider } from "@/components/audit/vocabulary-context";
import { auditVocabulary } from "./words";

/** The lazy part of `AuditPage`. */
export function WordedAuditLog() {
  return (
    <VocabularyProvider value={auditVocabulary}>
      <AuditLog />
    </VocabularyProvider>
  );
}
