"use client";

import type { ActivityTarget } from "@/components/audit/list-params";
import { TargetLog } from "@/components/audit/target-log";
import { VocabularyProvider } from "@/components/audit/vocabulary-context";
import { auditVocabulary } from "./words";

/** The lazy part of `TargetActivity`. */
export function WordedTargetLog(props: { target: ActivityTarget; noun: string }) {
  return (
    <VocabularyProvider value={auditVocabulary}>
      <TargetLog {...props} />
    </VocabularyProvider>
  );
}
