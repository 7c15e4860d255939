/** How the pages call a user. */
import type { User } from "@/lib/user/schema";

export function nameOf(user: Pick<User, "username" | "display_name">): string {
  return user.display_name === "" ? user.username : user.display_name;
}
