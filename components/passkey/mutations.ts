"use client";

import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { callSessions } from "@/components/session/calls";
import { useEnsureIdentity } from "@/components/session/ensure-identity";
import { lastConfirmed } from "@/components/session/last-confirmed";
import { withIdentityCheck } from "@/components/session/with-identity-check";
import { mfaKeys } from "@/components/mfa/queries";
import { loadScriptTwice } from "@/lib/load-script";
import { callPasskeys } from "./calls";
import { passkeyKeys } from "./queries";

const loadBrowser = () => loadScriptTwice(() => import("./browser"));

/** Dialogs show what went wrong in their own place. */
const shownInPlace = { isShownByForm: true };

/** Has the browser make one; who it is that adds it is asked before. */
export function useAddPasskey(username: string) {
  const client = useQueryClient();
  const ensureIdentity = useEnsureIdentity();
  return useMutation({
    meta: shownInPlace,
    mutationFn: async (name: string) => {
      await ensureIdentity();
      const { makePasskey } = await loadBrowser();
      const options = await withIdentityCheck(() =>
        callPasskeys("creationOptions", { params: { username } }),
      );
      const body = { name, credential: await makePasskey(options) };
      return withIdentityCheck(() => callPasskeys("add", { params: { username }, body }));
    },
    onSuccess: () => refresh(client),
  });
}

export function useRenamePasskey(username: string) {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      callPasskeys("rename", { params: { username, id }, body: { name } }),
    onSettled: () => client.invalidateQueries({ queryKey: passkeyKeys.all }),
  });
}

export function useRemovePasskey(username: string) {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (id: string) =>
      withIdentityCheck(() => callPasskeys("remove", { params: { username, id } })),
    onSettled: () => refresh(client),
  });
}

/** Answers whether the passkey is right; if so, what needs an identity check is open for 10 minutes. */
export function useConfirmWithPasskey(username: string) {
  return useMutation({
    meta: shownInPlace,
    mutationFn: async () => {
      const { answerWithPasskey } = await loadBrowser();
      const options = await callPasskeys("confirmationOptions", { params: { username } });
      const credential = await answerWithPasskey(options);
      const answer = await callSessions("validateIdentity", {
        params: { username },
        body: { credential },
      });
      if (answer.identity_validated) lastConfirmed.at = Date.now();
      return answer.identity_validated;
    },
  });
}

/** How many there are stands in what is said of MFA too. */
async function refresh(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: passkeyKeys.all }),
    client.invalidateQueries({ queryKey: mfaKeys.all }),
  ]);
}
