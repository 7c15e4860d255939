"use client";

import { AuditLog } from "@/components/audit/audit-log";
import { VocabularyProvider } from "@/components/audit/vocabulary-context";
import { useActor } from "@/components/base/actor-provider";
import { userOptions } from "@/components/user/user-options";
import { can } from "@/lib/permissions";
import { auditVocabulary } from "./words";

/** The lazy part of `AuditPage`. */
export function WordedAuditLog() {
  const mayListUsers = can(useActor(), "users:list");
  return (
    <VocabularyProvider value={auditVocabulary}>
      <AuditLog people={mayListUsers ? userOptions : undefined} />
    </VocabularyProvider>
  );
}
