"use client";

import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import type { InviteResult, UserInvite } from "@/lib/invite/schema";
import { callBulk, type InviteBulk } from "./bulk";
import { callInvites } from "./calls";
import type { InviteBody } from "./invite-body";
import { fetchInvites, inviteKeys } from "./queries";

/** Dialogs show what went wrong in their own place. */
const shownInPlace = { isShownByForm: true };

/** Invites, and hands the links to `onInvited`: they are no result of the mutation, because the cache keeps those. */
export function useInvite(onInvited: (results: readonly InviteResult[]) => void) {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: async (body: InviteBody) => {
      onInvited(await callInvites("create", { query: { dry_run: "false" }, body }));
    },
    onSettled: () => void refreshInvites(client),
  });
}

/** Sends the mail of one invite once more, with the link that it has. @throws with the reason where it is not sent */
export function useResendInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (email: string) => {
      requireDone(await callBulk({ action: "resend", emails: [email] }, { isDryRun: false }));
    },
    onSettled: () => refreshInvites(client),
  });
}

/** As {@link useInvite}: makes a new link for one invite, and hands it over. */
export function useRenewInvite(onRenewed: (link: string) => void) {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: async (email: string) => {
      requireDone(await callBulk({ action: "new-link", emails: [email] }, { isDryRun: false }));
      const [invite] = await fetchInvites([email]);
      onRenewed(invite?.invite_url ?? "");
    },
    onSettled: () => refreshInvites(client),
  });
}

export function useRevokeInvite() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: (email: string) => callInvites("revoke", { query: { invitee_email: email } }),
    onSettled: () => refreshInvites(client),
  });
}

export function useRevokeAllInvites() {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: () => callInvites("revokeAll", {}),
    onSettled: () => refreshInvites(client),
  });
}

/** As {@link useInvite}: hands over the invites that got a new link. None where only the asking for them failed. */
export function useBulkInvites(onRenewed: (invites: readonly UserInvite[]) => void) {
  const client = useQueryClient();
  return useMutation({
    meta: shownInPlace,
    mutationFn: async (bulk: InviteBulk) => {
      const result = await callBulk(bulk, { isDryRun: false });
      if (bulk.action === "new-link") onRenewed(await fetchInvites(result.done).catch(() => []));
      return result;
    },
    onSettled: () => refreshInvites(client),
  });
}

function requireDone({ skipped: [first] }: Awaited<ReturnType<typeof callBulk>>): void {
  if (first) throw new Error(first.reason);
}

function refreshInvites(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: inviteKeys.all });
}
