"use client";

import { useEffect } from "react";
import { identityQuestion } from "@/components/session/with-identity-check";
import { lazyDialog } from "@/components/ui/lazy-component";
import { useStore } from "@/components/ui/store";
import { loadScriptTwice } from "@/lib/load-script";

const IdentityQuestion = lazyDialog(
  async () => (await import("./identity-question")).IdentityQuestion,
);

/** Once, in the console: the dialog behind `withIdentityCheck`, and what is said to whoever comes back from a provider. */
export function IdentityCheck({ username }: { username: string }) {
  useEffect(() => {
    if (/[?&](confirmed|error)=/.test(window.location.search)) void tellOutcome();
  }, []);
  const question = useStore(identityQuestion, null);
  if (!question) return null;
  return <IdentityQuestion username={username} {...question} />;
}

async function tellOutcome(): Promise<void> {
  const { tellOutcomeAtProvider } = await loadScriptTwice(() => import("./provider-outcome"));
  tellOutcomeAtProvider();
}
