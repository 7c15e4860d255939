import {
  platformRoleNames,
  platformRoles,
  reasonOf,
  type PlatformRole,
  type Verdict,
} from "@/lib/permissions";

export const roleDescriptions: Record<PlatformRole, string> = {
  "super-admin": "Full control, including admins.",
  admin: "Manages everything except other admins.",
  auditor: "Sees everything, changes nothing.",
  "platform-user": "Manages their own account and the networks they run.",
  "service-user": "Uses the network; sees only their own account.",
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
