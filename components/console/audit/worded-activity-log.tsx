"use client";

import { ActivityLog } from "@/components/audit/activity-log";
import { VocabularyProvider } from "@/components/audit/vocabulary-context";
import { auditVocabulary } from "./words";

/** The lazy part of `ActivityList`. */
export function WordedActivityLog({ username }: { username: string }) {
  return (
    <VocabularyProvider value={auditVocabulary}>
      <ActivityLog username={username} />
    </VocabularyProvider>
  );
}
