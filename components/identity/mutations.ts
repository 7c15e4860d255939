"use client";

import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { mfaKeys } from "@/components/mfa/queries";
import { useEnsureIdentity } from "@/components/session/ensure-identity";
import { withIdentityCheck } from "@/components/session/with-identity-check";
import { loadScriptTwice } from "@/lib/load-script";
import { callIdentities } from "./calls";
import { forgetLinking, keepLinking, type Linked } from "./kept-linking";
import { identityKeys } from "./queries";

/** To sign in at a provider. */
const A_MINUTE_MS = 60_000;

/** Links what this browser proved at a provider, which is named, just now. The page shows the error. */
export function useLinkIdentity(username: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (provider: string) =>
      keptWhile({ step: "link", provider }, () =>
        withIdentityCheck(() => callIdentities("link", { params: { username } })),
      ),
    onSettled: () => refresh(queryClient),
    meta: { isShownByForm: true },
  });
}

/** The dialog that asks shows the error. */
export function useUnlinkIdentity(username: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      withIdentityCheck(() => callIdentities("unlink", { params: { username, id } })),
    onSettled: () => refresh(queryClient),
    meta: { isShownByForm: true },
  });
}

/** Leaves for a provider, to prove there what is to be linked; who it is that links it is asked first. */
export function useProveIdentity(back: string) {
  const ensureIdentity = useEnsureIdentity(A_MINUTE_MS);
  return useMutation({
    mutationFn: async (provider: string) => {
      await keptWhile({ step: "prove", provider }, ensureIdentity);
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

/** Keeps what is being linked while somebody is asked who they are. */
async function keptWhile<T>(linked: Linked, ask: () => Promise<T>): Promise<T> {
  keepLinking(linked);
  try {
    return await ask();
  } finally {
    forgetLinking();
  }
}

async function leave(leaving: { provider: string; purpose: "link" | "confirm"; back: string }) {
  const { leaveForProvider } = await loadScriptTwice(
    () => import("@/components/session/browser-session"),
  );
  await leaveForProvider(leaving);
}

/** How many there are stands in what is said of MFA too. */
async function refresh(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: identityKeys.all }),
    queryClient.invalidateQueries({ queryKey: mfaKeys.all }),
  ]);
}
