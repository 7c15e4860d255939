"use client";

import { useEffect, useRef, useState } from "react";
import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { confirmIdentity } from "@/components/session/confirm-identity";
import { useEnsureIdentity } from "@/components/session/ensure-identity";
import { withIdentityCheck } from "@/components/session/with-identity-check";
import { mfaKeys } from "@/components/mfa/queries";
import { loadScriptTwice } from "@/lib/load-script";
import { addMade } from "./add-made";
import { callPasskeys } from "./calls";
import { passkeyKeys } from "./queries";

const loadBrowser = () => loadScriptTwice(() => import("./browser"));

/** Dialogs show what went wrong in their own place. */
const shownInPlace = { isShownByForm: true };

/** As long as a browser asks. */
const ASKING_MS = 5 * 60_000;

/** Has the browser make one, for as long as the component is there; who it is that adds it is asked before. */
export function useAddPasskey(username: string) {
  const client = useQueryClient();
  const ensureIdentity = useEnsureIdentity(ASKING_MS);
  const beginAsking = useAsking();
  const [isSending, setIsSending] = useState(false);
  const add = useMutation({
    meta: shownInPlace,
    mutationFn: async (name: string) => {
      const signal = beginAsking();
      await ensureIdentity();
      const { makePasskey, disownPasskey } = await loadBrowser();
      const options = await withIdentityCheck(() =>
        callPasskeys("creationOptions", { params: { username } }),
      );
      const credential = await makePasskey(options, signal);
      setIsSending(true);
      return addMade({
        send: () =>
          withIdentityCheck(() =>
            callPasskeys("add", { params: { username }, body: { name, credential } }),
          ),
        disown: () => disownPasskey(options.rp.id, credential.id),
      });
    },
    // An answer may be lost that tells of one.
    onSettled: () => {
      setIsSending(false);
      return refresh(client);
    },
  });
  return { add: add.mutateAsync, isSending };
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

/** Answers whether the passkey is right; asks for as long as the component is there. */
export function useConfirmWithPasskey(username: string) {
  const beginAsking = useAsking();
  return useMutation({
    meta: shownInPlace,
    mutationFn: async () => {
      const signal = beginAsking();
      const { answerWithPasskey } = await loadBrowser();
      const options = await callPasskeys("confirmationOptions", { params: { username } });
      const credential = await answerWithPasskey(options, { signal });
      return confirmIdentity(username, { credential });
    },
  });
}

/** Returns a function that begins to ask anew. Its signal comes when the component goes. */
function useAsking(): () => AbortSignal {
  const asking = useRef<AbortController | null>(null);
  useEffect(
    () => () => {
      asking.current?.abort();
    },
    [],
  );
  return () => {
    asking.current = new AbortController();
    return asking.current.signal;
  };
}

/** How many there are stands in what is said of MFA too. */
async function refresh(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: passkeyKeys.all }),
    client.invalidateQueries({ queryKey: mfaKeys.all }),
  ]);
}
