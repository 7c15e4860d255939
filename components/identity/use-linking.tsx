"use client";

import { useEffect, useEffectEvent } from "react";
import { takeParameter } from "@/components/base/take-parameter";
import { providerName, type ProviderName } from "@/components/session/provider-names";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { isRefusal } from "@/lib/api/api-error";
import type { Identity } from "@/lib/identity/schema";
import { paths } from "@/lib/paths";
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

/** The two halves of linking: proving an identity at its provider and, back from there, linking what was proved. */
export function useLinking(username: string, providers: readonly ProviderName[]): Linking {
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

  const linkOnReturn = useEffectEvent(() => {
    const provider = takeParameter("link");
    if (provider !== null) link.mutate(provider, { onSuccess: handleLinked });
  });
  useEffect(() => {
    linkOnReturn();
  }, []);

  return {
    leaveFor: (provider) => {
      link.reset();
      prove.mutate(provider);
    },
    linkProved: (provider) => {
      link.mutate(provider, {
        onSuccess: handleLinked,
        // Too long ago: it is proved once more.
        onError: (error) => {
          if (isRefusal(error, "not_found")) prove.mutate(provider);
        },
      });
    },
    pending: (isLeaving ? prove.variables : link.isPending ? link.variables : null) ?? null,
    error: prove.error?.message ?? (isLeaving ? null : (link.error?.message ?? null)),
  };
}
