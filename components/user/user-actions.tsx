import { Ban, CircleCheck, Crown, LogOut, ShieldOff, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { canResetMfa } from "@/lib/mfa/policy";
import { can, isSelf, reasonOf, type Actor } from "@/lib/permissions";
import {
  canBecomeSuperAdmin,
  canChangeUser,
  canDeleteUser,
  canSetDisabled,
} from "@/lib/user/policy";
import type { User } from "@/lib/user/schema";

export type UserActionKind =
  "sign-out" | "reset-mfa" | "enable" | "disable" | "transfer" | "delete";

export interface UserAction {
  action: UserActionKind;
  label: string;
  icon: ReactNode;
  isDanger?: boolean;
  /** Why the actor may not do it. */
  disabledReason: string | null;
}

/** What can be done with an account as a whole; what the actor may not do says why. */
export function userActions(actor: Actor, user: User): UserAction[] {
  const isOwn = isSelf(actor, user.username);
  return [
    ...(isOwn ? [] : [signOut(actor, user), resetMfa(actor, user)]),
    user.account_disabled ? enable(actor, user) : disable(actor, user),
    // Handing over is only ever the super admin's.
    ...(can(actor, "super-admin:transfer") && !isOwn ? [transfer(user)] : []),
    remove(actor, user),
  ];
}

function signOut(actor: Actor, user: User): UserAction {
  return {
    action: "sign-out",
    label: "Sign out everywhere…",
    icon: <LogOut />,
    disabledReason: reasonOf(canChangeUser(actor, user)),
  };
}

function resetMfa(actor: Actor, user: User): UserAction {
  return {
    action: "reset-mfa",
    label: "Reset MFA…",
    icon: <ShieldOff />,
    disabledReason: reasonOf(canResetMfa(actor, user)),
  };
}

function enable(actor: Actor, user: User): UserAction {
  return {
    action: "enable",
    label: "Enable",
    icon: <CircleCheck />,
    disabledReason: reasonOf(canSetDisabled(actor, user)),
  };
}

function disable(actor: Actor, user: User): UserAction {
  return {
    action: "disable",
    label: "Disable…",
    icon: <Ban />,
    disabledReason: reasonOf(canSetDisabled(actor, user)),
  };
}

function transfer(user: User): UserAction {
  return {
    action: "transfer",
    label: "Hand over super admin…",
    icon: <Crown />,
    disabledReason: reasonOf(canBecomeSuperAdmin(user)),
  };
}

function remove(actor: Actor, user: User): UserAction {
  return {
    action: "delete",
    label: "Delete user…",
    icon: <Trash2 />,
    isDanger: true,
    disabledReason: reasonOf(canDeleteUser(actor, user)),
  };
}
