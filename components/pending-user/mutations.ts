"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { auditKeys } from "@/components/audit/queries";
import { groupKeys } from "@/components/lookup/groups";
import { inviteKeys } from "@/components/invite/queries";
import { userKeys } from "@/components/user/queries";
import type { Skipped } from "@/components/bulk/plan";
import type { PlatformRole } from "@/lib/permissions";
import { callPendingUsers } from "./calls";
import { pendingUserKeys } from "./queries";

/** Dialogs show what went wrong in their own place. */
const shownInPlace = { isShownByForm: true };

/** How many were dealt with, and who was not. */
export interface Outcome {
  done: number;
  skipped: readonly Skipped[];
}

interface Approval {
  usernames: readonly string[];
  platform_role_id: PlatformRole;
  user_group_ids: string[];
}

export function useApprovePendingUsers() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: async ({ usernames, ...body }: Approval): Promise<Outcome> => {
      const [username] = usernames;
      if (username !== undefined && usernames.length === 1) {
        await callPendingUsers("approve", { params: { username }, body });
        return { done: 1, skipped: [] };
      }
      const { done, skipped } = await callPendingUsers("bulkApprove", {
        query: { dry_run: "false" },
        body: { ids: [...usernames], ...body },
      });
      return { done: done.length, skipped };
    },
    onSettled: async () => {
      await Promise.all(
        [pendingUserKeys, userKeys, groupKeys, inviteKeys, auditKeys].map(({ all }) =>
          client.invalidateQueries({ queryKey: all }),
        ),
      );
    },
  });
}

interface Rejection {
  usernames: readonly string[];
  reason: string;
}

export function useRejectPendingUsers() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: async ({ usernames, reason }: Rejection): Promise<Outcome> => {
      const [username] = usernames;
      if (username !== undefined && usernames.length === 1) {
        await callPendingUsers("reject", { params: { username }, body: { reason } });
        return { done: 1, skipped: [] };
      }
      const { done, skipped } = await callPendingUsers("bulkReject", {
        query: { dry_run: "false" },
        body: { ids: [...usernames], reason },
      });
      return { done: done.length, skipped };
    },
    onSettled: () => client.invalidateQueries({ queryKey: pendingUserKeys.all }),
  });
}

export function useClearPendingUsers() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: () => callPendingUsers("clear", {}),
    onSettled: () => client.invalidateQueries({ queryKey: pendingUserKeys.all }),
  });
}
