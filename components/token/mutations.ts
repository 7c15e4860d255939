"use client";

import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { userKeys } from "@/components/user/queries";
import { callTokens } from "./calls";
import { tokenKeys } from "./queries";

/** Dialogs show what went wrong in their own place. */
const shownInPlace = { isShownByForm: true };

export interface NewToken {
  user_name: string;
  name: string;
  expires_at: string;
}

/**
 * Makes a token and hands it to `onCreated`, once: it is no result of the mutation, because the cache keeps those.
 */
export function useCreateToken(onCreated: (token: string) => void) {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: async (body: NewToken) => {
      const created = await callTokens("create", { body });
      onCreated(created.AuthToken);
    },
    onSettled: () => void refreshTokens(client),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (id: string) => callTokens("revoke", { query: { id } }),
    onSettled: () => refreshTokens(client),
  });
}

/** Users carry the number of their tokens. */
async function refreshTokens(client: QueryClient): Promise<void> {
  await Promise.all(
    [tokenKeys.all, userKeys.all].map((queryKey) => client.invalidateQueries({ queryKey })),
  );
}
