/** Audit entries about users, in words. */
import {
  Ban,
  CircleCheck,
  Crown,
  KeyRound,
  Link,
  Pencil,
  Trash2,
  Unlink,
  UserPlus,
} from "lucide-react";
import {
  changed,
  inSentence,
  movedGateway,
  movesOf,
  onOrOff,
  textsOf,
  withoutTarget,
  withTarget,
  type AuditWords,
  type Moves,
  type PartWords,
  type Phrase,
  type Told,
} from "@/components/audit/words";
import type { AuditEntry } from "@/lib/audit/schema";
import { isolated } from "@/lib/format";
import { platformRoleNames } from "@/lib/permissions";
import type { userAudit } from "@/lib/user/audit";
import { authTypeNames, groupName } from "./user-labels";

const keys: AuditWords<typeof userAudit>["keys"] = {
  username: { label: "Username", isPlain: true },
  display_name: { label: "Display name" },
  platform_role_id: { label: "Role", value: roleName },
  user_group_ids: { label: "Groups", moves: groupMoves },
  remote_gw_ids: { label: "Gateways attached to", moves: gatewayMoves },
  account_disabled: { label: "Account", value: (value) => (value ? "Disabled" : "Enabled") },
  is_mfa_enabled: { label: "MFA", value: onOrOff },
  auth_type: { label: "Sign-in", value: (value) => nameIn(authTypeNames, value) },
  external_identity_provider_id: { label: "External id" },
  password: { label: "Password", value: () => "Changed", detail: () => "" },
  attachments: { label: "Attachments that ended", isPlain: true },
  client_configs: { label: "Client configs deleted or switched with it", isPlain: true },
};

export const userAuditWords: AuditWords<typeof userAudit> = {
  targetType: { value: "user", label: "User" },
  verbs: {
    "user.create": {
      name: "User created",
      icon: UserPlus,
      nobody: "Setup",
      phrase: ({ entry: { after } }) =>
        after?.["platform_role_id"] === "super-admin"
          ? withTarget("created the super admin")
          : withTarget("created the user", roleText(after)),
    },
    "user.update": { name: "User changed", icon: Pencil, phrase: updatePhrase },
    "user.delete": {
      name: "User deleted",
      icon: Trash2,
      tone: "bad",
      phrase: () => withTarget("deleted the user"),
    },
    "user.disable": {
      name: "User disabled",
      icon: Ban,
      phrase: () => withTarget("disabled"),
    },
    "user.enable": {
      name: "User enabled",
      icon: CircleCheck,
      phrase: () => withTarget("enabled"),
    },
    "user.transfer-super-admin": {
      name: "Super admin role handed over",
      icon: Crown,
      phrase: ({ entry: { after }, isOwn }) => {
        if (after?.["platform_role_id"] === "super-admin") {
          return withTarget("made", "the super admin");
        }
        return isOwn
          ? withoutTarget("gave up the super admin role")
          : withTarget("took the super admin role from");
      },
    },
    "user.reset-super-admin": {
      name: "Super admin’s password reset",
      icon: KeyRound,
      tone: "bad",
      phrase: () => withTarget("reset the password of the super admin", "on the server’s machine"),
    },
    "user.attach-gateway": {
      name: "User attached to a gateway",
      icon: Link,
      phrase: (told) => withTarget("attached", `to ${gatewayIn(told)}`),
    },
    "user.detach-gateway": {
      name: "User detached from a gateway",
      icon: Unlink,
      phrase: (told) => withTarget("detached", `from ${gatewayIn(told)}`),
    },
  },
  keys,
};

function updatePhrase(told: Told): Phrase {
  const [only, ...others] = told.changes;
  if (only?.key === "account_disabled" && others.length === 0) {
    return withTarget(only.after === "Disabled" ? "disabled" : "enabled");
  }
  return changed(keys, told);
}

/** "as service user". */
export function roleText(snapshot: AuditEntry["after"]): string {
  const role = snapshot?.["platform_role_id"];
  return typeof role === "string" ? `as ${inSentence(roleName(role))}` : "";
}

function roleName(id: unknown): string {
  return nameIn(platformRoleNames, id);
}

function nameIn(names: Readonly<Record<string, string>>, id: unknown): string {
  return names[String(id)] ?? String(id);
}

function gatewayIn({ entry, names }: Told): string {
  const id = movedGateway(entry);
  const name = id === null ? null : names.gateway(id);
  return name === null ? "a gateway" : `the gateway ${isolated(name)}`;
}

function gatewayMoves(before: unknown, after: unknown): Moves<PartWords> {
  return movesOf(
    textsOf(before),
    textsOf(after),
    (id) => (names) => isolated(names.gateway(id) ?? id),
  );
}

function groupMoves(before: unknown, after: unknown): Moves<PartWords> {
  return movesOf(
    textsOf(before),
    textsOf(after),
    (id) => (names) => isolated(names.group(id) ?? groupName(id)),
  );
}
