/** How the pages call a user. */
import type { User } from "@/lib/user/schema";
import { showsNothing } from "@/lib/wire";

export function nameOf(user: Pick<User, "username" | "display_name">): string {
  return isNamed(user) ? user.display_name : user.username;
}

/** What a row of a list of people is chosen by. */
export function usernameIn({ username }: Pick<User, "username">): string {
  return username;
}

/** Whether a user has a display name that one can see. */
export function isNamed({ display_name: name }: Pick<User, "display_name">): boolean {
  return !showsNothing(name);
}
