"use client";

import { hashKey, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { callGroups, groupKeys } from "@/components/lookup/groups";
import { userKeys } from "@/components/user/queries";

/** Forms and dialogs show what went wrong in their own place. */
const shownInPlace = { isShownByForm: true };

export interface NewGroup {
  name: string;
  color_code: string;
  meta_data: string;
  external_identity_provider_id: string;
}

export function useCreateGroup() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (body: NewGroup) => callGroups("create", { body }),
    onSuccess: () => refreshGroups(client),
  });
}

/** `{networkId or all_networks: {roleId: {}}}` */
export type Grants = Record<string, Record<string, Record<string, never>>>;

interface GroupChange {
  id: string;
  /** Only the keys that change. */
  change: Partial<NewGroup> & { network_roles?: Grants };
  /** The version that was edited. */
  ifMatch: string;
}

export function useUpdateGroup() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: ({ id, change, ifMatch }: GroupChange) =>
      callGroups("update", { body: { ...change, id }, ifMatch }),
    onSuccess: () => refreshGroups(client),
    // A refusal because of somebody else's change means that what is shown is old.
    onError: () => void refreshGroups(client),
  });
}

export function useDeleteGroup() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (id: string) => callGroups("remove", { query: { group_id: id } }),
    onSuccess: async (_answer, id) => {
      const gone = hashKey(groupKeys.detail(id));
      await client.invalidateQueries({ queryKey: userKeys.all });
      // Asking again for what is gone would put an error on the page that is about to be left.
      await client.invalidateQueries({
        queryKey: groupKeys.all,
        predicate: ({ queryHash }) => queryHash !== gone,
      });
    },
  });
}

export interface MembersChange {
  groupId: string;
  usernames: readonly string[];
}

export function useAddMembers() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: ({ groupId, usernames }: MembersChange) =>
      callGroups("addMembers", { query: {}, body: { group_id: groupId, ids: [...usernames] } }),
    onSettled: () => refreshGroups(client),
  });
}

export function useRemoveMembers() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: ({ groupId, usernames }: MembersChange) =>
      callGroups("removeMembers", { query: {}, body: { group_id: groupId, ids: [...usernames] } }),
    onSettled: () => refreshGroups(client),
  });
}

/** Who is in a group is part of the users too. */
async function refreshGroups(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: groupKeys.all }),
    client.invalidateQueries({ queryKey: userKeys.all }),
  ]);
}
