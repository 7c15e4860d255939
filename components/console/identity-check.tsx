"use client";

import { useQuery } from "@tanstack/react-query";
import { identityQuestion } from "@/components/session/with-identity-check";
import { lazyDialog } from "@/components/ui/lazy-component";
import { useStore } from "@/components/ui/store";
import { userDetailQuery } from "@/components/user/queries";

const IdentityCheckDialog = lazyDialog(
  async () => (await import("@/components/session/identity-check-dialog")).IdentityCheckDialog,
);
const ProviderCheckDialog = lazyDialog(
  async () => (await import("@/components/identity/provider-check-dialog")).ProviderCheckDialog,
);

/** Once, in the console: the dialog behind `withIdentityCheck`. */
export function IdentityCheck({ username }: { username: string }) {
  const question = useStore(identityQuestion, null);
  const { data } = useQuery(userDetailQuery(username));
  if (!question) return null;
  if (data?.entity.auth_type === "oauth") {
    return <ProviderCheckDialog username={username} onClose={question.cancel} />;
  }
  return (
    <IdentityCheckDialog
      username={username}
      onConfirmed={question.confirm}
      onClose={question.cancel}
    />
  );
}
