"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEnsureIdentity } from "@/components/session/ensure-identity";
import { withIdentityCheck } from "@/components/session/with-identity-check";
import { loadScriptTwice } from "@/lib/load-script";
import { callIdentities } from "./calls";
import { keepingLinking } from "./kept-linking";
import { identityKeys } from "./queries";

/** Links what this browser proved at a provider, which is named, just now. The page shows the error. */
export function useLinkIdentity(username: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (provider: string) =>
      keepingLinking({ step: "link", provider }, () =>
        withIdentityCheck(() => callIdentities("link", { params: { username } })),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: identityKeys.all }),
    meta: { isShownByForm: true },
  });
}

/** The dialog that asks shows the error. */
export function useUnlinkIdentity(username: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      withIdentityCheck(() => callIdentities("unlink", { params: { username, id } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: identityKeys.all }),
    meta: { isShownByForm: true },
  });
}

/** Leaves for a provider, to prove there what is to be linked; who it is that links it is asked first. */
export function useProveIdentity(back: string) {
  const ensureIdentity = useEnsureIdentity();
  return useMutation({
    mutationFn: async (provider: string) => {
      await keepingLinking({ step: "prove", provider }, ensureIdentity);
      await leave({ provider, purpose: "link", back });
    },
    meta: { isShownByForm: true },
  });
}

/** Leaves for a provider, to confirm there who it is. */
export function useConfirmAtProvider(back: () => string) {
  return useMutation({
    mutationFn: (provider: string) => leave({ provider, purpose: "confirm", back: back() }),
    meta: { isShownByForm: true },
  });
}

async function leave(leaving: { provider: string; purpose: "link" | "confirm"; back: string }) {
  const { leaveForProvider } = await loadScriptTwice(
    () => import("@/components/session/browser-session"),
  );
  await leaveForProvider(leaving);
}
