import {
  platformRoleNames,
  platformRoles,
  reasonOf,
  type PlatformRole,
  type Verdict,
} from "@/lib/permissions";

export const roleDescriptions: Record<PlatformRole, string> = {
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
