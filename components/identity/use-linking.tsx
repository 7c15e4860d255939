"use client";

import { useEffect, useEffectEvent } from "react";
import { takeParameter } from "@/components/base/take-parameter";
import { lastConfirmed } from "@/components/session/last-confirmed";
import { providerName, type ProviderName } from "@/components/session/provider-names";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { isRefusal } from "@/lib/api/api-error";
import type { Identity } from "@/lib/identity/schema";
import { paths } from "@/lib/paths";
import { takeKeptLinking } from "./kept-linking";
import { useLinkIdentity, useProveIdentity } from "./mutations";

export interface Linking {
  /** Leaves for a provider, and links what it vouches for on the way back. */
  leaveFor: (provider: string) => void;
  /** Links what a provider has vouched for just now. */
  linkProved: (provider: string) => void;
  /** The provider that is on its way. */
  pending: string | null;
  error: string | null;
}

interface Options {
  providers: readonly ProviderName[];
  /** They are back from confirming who they are, for linking to go on. */
  isConfirmed: boolean;
}

/** The two halves of linking: proving an identity at its provider and, back from there, linking what was proved. */
export function useLinking(username: string, { providers, isConfirmed }: Options): Linking {
  const link = useLinkIdentity(username);
  const prove = useProveIdentity(paths.accountSecurity);
  const isLeaving = prove.isPending || prove.isSuccess;

  function handleLinked({ provider }: Identity) {
    takeParameter("offer");
    toast.success(
      <>
        <Name>{providerName(providers, provider)}</Name> is linked to your account
      </>,
    );
  }

  function linkProved(provider: string) {
    link.mutate(provider, {
      onSuccess: handleLinked,
      // Too long ago: it is proved once more.
      onError: (error) => {
        if (isRefusal(error, "not_found")) prove.mutate(provider);
      },
    });
  }

  const goOnAfterReturn = useEffectEvent(() => {
    const proved = takeParameter("link");
    const kept = takeKeptLinking();
    if (proved !== null) link.mutate(proved, { onSuccess: handleLinked });
    if (!isConfirmed || !kept) return;
    lastConfirmed.at = Date.now();
    if (kept.step === "link") linkProved(kept.provider);
    else prove.mutate(kept.provider);
  });
  useEffect(() => {
    goOnAfterReturn();
  }, []);

  return {
    leaveFor: (provider) => {
      link.reset();
      prove.mutate(provider);
    },
    linkProved,
    pending: (isLeaving ? prove.variables : link.isPending ? link.variables : null) ?? null,
    error: prove.error?.message ?? (isLeaving ? null : (link.error?.message ?? null)),
  };
}
