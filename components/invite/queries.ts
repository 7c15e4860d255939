import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { chunksOf } from "@/components/lookup/chunks";
import type { InviteListQuery, InvitePage } from "@/lib/invite/schema";
import { callInvites } from "./calls";

export const inviteKeys = {
  all: ["invites"] as const,
  pages: ["invites", "page"] as const,
  page: (query: InviteListQuery) => [...inviteKeys.pages, query] as const,
};

const WHILE_QUEUED_MS = 5_000;

/** One page; it asks again by itself while a mail of one of its invites is on its way. */
export function invitesPageQuery(query: InviteListQuery) {
  return queryOptions({
    queryKey: inviteKeys.page(query),
    queryFn: ({ signal }) => fetchPage(query, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (hasQueued(state.data) ? WHILE_QUEUED_MS : false),
  });
}

/** How many invites there are, whatever is searched for. */
export function inviteCountQuery() {
  return queryOptions({
    queryKey: [...inviteKeys.all, "count"] as const,
    queryFn: async ({ signal }) => (await fetchPage({ page: 1, per_page: 1 }, signal)).total,
  });
}

function hasQueued(page: InvitePage | undefined): boolean {
  return page?.data.some((invite) => invite.mail_status === "queued") ?? false;
}

function fetchPage(query: InviteListQuery, signal?: AbortSignal): Promise<InvitePage> {
  const { page, per_page: perPage, ...rest } = query;
  return callInvites("page", {
    query: { ...rest, page: String(page), per_page: String(perPage) },
    ...(signal && { signal }),
  });
}

/** The invites of these addresses as they are now, past the cache, which need not keep their links. */
export async function fetchInvites(emails: readonly string[]) {
  const pages = await Promise.all(
    chunksOf(emails).map((id) => fetchPage({ page: 1, per_page: id.length, id })),
  );
  return pages.flatMap(({ data }) => data);
}
