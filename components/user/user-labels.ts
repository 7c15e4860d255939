/** What the pages call ways to sign in. */
import { seededGroupName } from "@/lib/group/built-in";
import type { User } from "@/lib/user/schema";

export const authTypeNames: Record<User["auth_type"], string> = {
  basic_auth: "Password",
  oauth: "Single sign-on",
};

/** Where only ids are at hand: of groups that are not default ones, the id. */
export function groupName(id: string): string {
  return seededGroupName(id) ?? id;
}
