import type { QueryClient } from "@tanstack/react-query";
import type { User, UserPage } from "@/lib/user/schema";
import { userKeys } from "./queries";

export type KnownUsers = ReadonlyMap<
  string,
  Pick<User, "username" | "display_name" | "account_disabled">
>;

/** The users that lists have shown: what those are called, and how they stand, of whom only usernames are left. */
export function knownUsers(client: QueryClient): KnownUsers {
  const pages = client.getQueriesData<UserPage>({ queryKey: userKeys.pages });
  return new Map(
    pages.flatMap(([, page]) => (page?.data ?? []).map((user) => [user.username, user])),
  );
}
