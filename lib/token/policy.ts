/** What may be done with a user's API tokens, and if not, why not: the service enforces it, the pages show the reason. */
import { allowed, permits, refused, type Actor, type Verdict } from "@/lib/permissions";
import { canChangeUser, type Target } from "@/lib/user/policy";
import type { User } from "@/lib/user/schema";
import type { TokenCreate } from "./schema";

export type Owner = Target & Pick<User, "account_disabled">;

/** A token acts as its owner: whoever may not change a user may not make or revoke one for them. */
export function canRevokeToken(actor: Actor, owner: Target): Verdict {
  const manage = permits(actor, "tokens:manage", { user: owner.username });
  return manage.allowed ? canChangeUser(actor, owner) : manage;
}

export function canCreateToken(actor: Actor, owner: Owner): Verdict {
  const manage = canRevokeToken(actor, owner);
  if (!manage.allowed) return manage;
  if (!owner.account_disabled) return allowed;
  return refused("conflict", "This account is disabled. Enable it before you create a token.");
}

/** Why not, when another token of the owner has the name: only the database knows that, under its index. */
export function nameTaken({ user_name, name }: Pick<TokenCreate, "user_name" | "name">): string {
  return `${user_name} has an API token with the name "${name}" already.`;
}
