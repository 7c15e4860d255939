"use client";

import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { callMfa } from "@/components/mfa/calls";
import { mfaKeys } from "@/components/mfa/queries";
import { useEnsureIdentity } from "@/components/session/ensure-identity";
import { sessionKeys } from "@/components/session/queries";
import { withIdentityCheck } from "@/components/session/with-identity-check";
import { callUsers } from "@/components/user/calls";
import { userKeys } from "@/components/user/queries";
import type { TotpOffer } from "@/lib/mfa/schema";
import { forgetOffer, keepOffer, keptOffer } from "./kept-offer";

/** Dialogs show what went wrong in their own place. */
const shownInPlace = { isShownByForm: true };

/** To add a key to an app. */
const A_MINUTE_MS = 60_000;

/** The key that is kept, while it is good, or a new one, for whoever has confirmed lately who they are: so the code at the end needs no question in between. */
export function useOfferTotp(username: string) {
  const ensureIdentity = useEnsureIdentity(A_MINUTE_MS);
  return useMutation({
    meta: shownInPlace,
    mutationFn: async () => {
      const kept = keptOffer(username, Date.now());
      if (kept) return kept;
      await ensureIdentity();
      const offer = await callMfa("initTotp", { params: { username } });
      return keepOffer(username, offer, Date.now());
    },
  });
}

export function useEnrolTotp(username: string) {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: ({ offer, totp }: { offer: TotpOffer; totp: string }) => {
      const { otp_auth_url, otp_auth_url_signature } = offer;
      const body = { otp_auth_url, otp_auth_url_signature, totp };
      return withIdentityCheck(() => callMfa("completeTotp", { params: { username }, body }));
    },
    onSuccess: () => {
      forgetOffer();
      return refreshMfa(client);
    },
  });
}

export function useRenewRecoveryCodes(username: string) {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: () =>
      withIdentityCheck(() => callMfa("renewRecoveryCodes", { params: { username } })),
    onSuccess: () => refreshMfa(client),
  });
}

export function useSwitchTotpOff(username: string) {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: () =>
      withIdentityCheck(() =>
        callUsers("update", { params: { username }, body: { is_mfa_enabled: false } }),
      ),
    onSuccess: () => refreshMfa(client),
  });
}

/** What stands in other domains' answers too: whether MFA is on, and of a session whether it was given. */
async function refreshMfa(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: mfaKeys.all }),
    client.invalidateQueries({ queryKey: userKeys.all }),
    client.invalidateQueries({ queryKey: sessionKeys.all }),
  ]);
}
