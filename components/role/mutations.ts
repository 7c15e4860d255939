"use client";

import { hashKey, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { groupKeys } from "@/components/lookup/groups";
import { callRoles, roleKeys } from "@/components/lookup/roles";
import type { UserRole } from "@/lib/role/schema";

/** Forms and dialogs show what went wrong in their own place. */
const shownInPlace = { isShownByForm: true };

type NewRole = Pick<UserRole, "name" | "network_id" | "meta_data">;

export function useCreateRole() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (body: NewRole) => callRoles("create", { body }),
    onSuccess: () => refreshRoles(client),
  });
}

/** Only the keys that change. */
export type RoleChange = Partial<
  Pick<UserRole, "name" | "meta_data" | "full_access" | "network_level_access">
>;

export function useUpdateRole() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: ({ id, change, ifMatch }: { id: string; change: RoleChange; ifMatch: string }) =>
      callRoles("update", { body: { ...change, id }, ifMatch }),
    onSuccess: () => refreshRoles(client),
    // A refusal because of somebody else's change means that what is shown is old.
    onError: () => void refreshRoles(client),
  });
}

export function useDeleteRole() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (id: string) => callRoles("remove", { query: { role_id: id } }),
    onSuccess: async (_answer, id) => {
      const gone = hashKey(roleKeys.detail(id));
      await client.invalidateQueries({ queryKey: groupKeys.all });
      // Asking again for what is gone would put an error on the page that is about to be left.
      await client.invalidateQueries({
        queryKey: roleKeys.all,
        predicate: ({ queryHash }) => queryHash !== gone,
      });
    },
  });
}

/** Groups say what they grant. */
async function refreshRoles(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: roleKeys.all }),
    client.invalidateQueries({ queryKey: groupKeys.all }),
  ]);
}
