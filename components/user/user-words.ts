/** How the pages call a user, and what they say about roles and ways to sign in. */
import {
  platformRoleNames,
  platformRoles,
  reasonOf,
  type PlatformRole,
  type Verdict,
} from "@/lib/permissions";
import { ADMIN_GROUP, USER_GROUP } from "@/lib/group/built-in";
import type { User } from "@/lib/user/schema";

export function nameOf(user: Pick<User, "username" | "display_name">): string {
  return user.display_name === "" ? user.username : user.display_name;
}

export const authTypeNames: Record<User["auth_type"], string> = {
  basic_auth: "Password",
  oauth: "Single sign-on",
};

const roleDescriptions: Record<PlatformRole, string> = {
  "super-admin": "Everything, and the one who makes admins.",
  admin: "Manages everything but other admins.",
  auditor: "Sees everything and changes nothing.",
  "platform-user": "Their own account and the networks they run.",
  "service-user": "Connects through gateways; no console.",
};

/** The roles to choose from; those that may not be given say why. */
export function roleOptions(verdictOf: (role: PlatformRole) => Verdict) {
  return platformRoles.map((role) => ({
    value: role,
    label: platformRoleNames[role],
    description: roleDescriptions[role],
    disabledReason: reasonOf(verdictOf(role)),
  }));
}

/** Others are called by their id until their names can be asked for. */
const seededGroupNames: Record<string, string> = {
  [ADMIN_GROUP]: "All Networks Admin Group",
  [USER_GROUP]: "All Networks User Group",
};

export function groupName(id: string): string {
  return seededGroupNames[id] ?? id;
}
