/** What the pages call ways to sign in, and groups. */
import { ADMIN_GROUP, USER_GROUP } from "@/lib/group/built-in";
import type { User } from "@/lib/user/schema";

export const authTypeNames: Record<User["auth_type"], string> = {
  basic_auth: "Password",
  oauth: "Single sign-on",
};

/** Others are called by their id until their names can be asked for. */
const seededGroupNames: Record<string, string> = {
  [ADMIN_GROUP]: "All Networks Admin Group",
  [USER_GROUP]: "All Networks User Group",
};

export function groupName(id: string): string {
  return seededGroupNames[id] ?? id;
}
