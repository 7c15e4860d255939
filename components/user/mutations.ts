"use client";

import { hashKey, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { callMfa } from "@/components/mfa/calls";
import { mfaKeys } from "@/components/mfa/queries";
import { sessionKeys } from "@/components/session/queries";
import { withIdentityCheck } from "@/components/session/with-identity-check";
import type { UserCreate, UserUpdate } from "@/lib/user/schema";
import { callBulk, type Bulk } from "./bulk";
import { callUsers } from "./calls";
import { inTurns } from "./in-turns";
import { userKeys } from "./queries";

/** Forms and dialogs show what went wrong in their own place. */
const shownInPlace = { isShownByForm: true };

type NewUser = Pick<UserCreate, "password" | "display_name" | "platform_role_id"> & {
  username: string;
};

export function useCreateUser() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: ({ username, ...body }: NewUser) =>
      callUsers("create", { params: { username }, body }),
    onSuccess: () => refreshUsers(client),
  });
}

interface UserChange {
  username: string;
  /** Only the keys that change. */
  change: Pick<UserUpdate, "display_name" | "platform_role_id" | "password">;
  /** The version that was edited; without it the change is made whatever came between. */
  ifMatch?: string;
}

export function useUpdateUser() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: ({ username, change, ifMatch }: UserChange) =>
      callUsers("update", {
        params: { username },
        body: change,
        ...(ifMatch !== undefined && { ifMatch }),
      }),
    onSuccess: () => refreshUsers(client),
    // A refusal because of somebody else's change means that what is shown is old.
    onError: () => void refreshUsers(client),
  });
}

export function useDeleteUser() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (username: string) => callUsers("remove", { params: { username }, query: {} }),
    onSuccess: (_answer, username) => {
      const gone = hashKey(userKeys.detail(username));
      // Asking again for somebody who is gone would put an error on the page that is about to be left.
      return client.invalidateQueries({
        queryKey: userKeys.all,
        predicate: ({ queryHash }) => queryHash !== gone,
      });
    },
  });
}

export function useBulkUsers() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (bulk: Bulk) => callBulk({ ...bulk, isDryRun: false }),
    onSettled: () => refreshUsers(client),
  });
}

export function useTransferSuperAdmin() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (username: string) =>
      withIdentityCheck(() => callUsers("transferSuperAdmin", { params: { username } })),
    onSuccess: () => refreshUsers(client),
  });
}

/** Takes away somebody's authenticator app, recovery codes and passkeys. */
export function useResetMfa() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: resetMfa,
    onSettled: () => refreshMfa(client),
  });
}

/** As {@link useResetMfa}, for many: one after the other. */
export function useResetMfaOfMany() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: ({ usernames, onProgress }: ManyResets) =>
      inTurns(usernames, { act: resetMfa, onProgress }),
    onSettled: () => refreshMfa(client),
  });
}

interface ManyResets {
  usernames: readonly string[];
  /** @param count how many are through */
  onProgress: (count: number) => void;
}

function resetMfa(username: string): Promise<null> {
  return callMfa("reset", { params: { username } });
}

/** Their sessions end with it. */
async function refreshMfa(client: QueryClient): Promise<void> {
  await Promise.all([
    refreshUsers(client),
    client.invalidateQueries({ queryKey: mfaKeys.all }),
    client.invalidateQueries({ queryKey: sessionKeys.all }),
  ]);
}

function refreshUsers(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: userKeys.all });
}
