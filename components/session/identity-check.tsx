"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { currentQuestion, subscribeToQuestion } from "./with-identity-check";

const IdentityCheckDialog = lazy(async () => ({
  default: (await import("./identity-check-dialog")).IdentityCheckDialog,
}));

/** Once, in the console: the dialog behind `withIdentityCheck`. */
export function IdentityCheck({ username }: { username: string }) {
  const question = useSyncExternalStore(subscribeToQuestion, currentQuestion, () => null);
  if (!question) return null;
  return (
    <Suspense fallback={null}>
      <IdentityCheckDialog
        username={username}
        onConfirmed={question.confirm}
        onClose={question.cancel}
      />
    </Suspense>
  );
}
