import { queryOptions } from "@tanstack/react-query";
import { lazyClient } from "@/lib/api/client";
import { showsNothing } from "@/lib/wire";

const callUsers = lazyClient(async () => (await import("@/lib/user/contract")).userContract);

/** The display names of these users by username; of those who have none, or are gone, there is none. */
export function peopleNamesQuery(usernames: readonly string[]) {
  return queryOptions({
    queryKey: ["users", "names", ...usernames] as const,
    queryFn: async ({ signal }) =>
      peopleNamesIn(await callUsers("resolve", { body: { names: [...usernames] }, signal })),
  });
}

/** Each once, in one order, so that the same people are one question. */
export function peopleQuestion(usernames: Iterable<string>): string[] {
  return [...new Set(usernames)].filter((username) => username !== "").sort();
}

/** What an answer of resolve says. Somebody else may be called like a user who is gone: they do not count. */
export function peopleNamesIn(
  found: readonly { given: string; username: string; display_name: string }[],
): Record<string, string> {
  const named = found.filter(
    ({ given, username, display_name: name }) => given === username && !showsNothing(name),
  );
  return Object.fromEntries(named.map(({ username, display_name: name }) => [username, name]));
}
