"use client";

import { lazyDialog } from "@/components/ui/lazy-component";
import { useStore } from "@/components/ui/store";
import { identityQuestion } from "./with-identity-check";

const IdentityCheckDialog = lazyDialog(
  async () => (await import("./identity-check-dialog")).IdentityCheckDialog,
);

/** Once, in the console: the dialog behind `withIdentityCheck`. */
export function IdentityCheck({ username }: { username: string }) {
  const question = useStore(identityQuestion, null);
  if (!question) return null;
  return (
    <IdentityCheckDialog
      username={username}
      onConfirmed={question.confirm}
      onClose={question.cancel}
    />
  );
}
