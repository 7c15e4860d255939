import "server-only";
import type { Context } from "@/lib/context";
import type { UserActor } from "@/lib/permissions";
import type { ProvenIdentity } from "./proven-identity";

/** What becomes of somebody whom a provider vouches for. */
export type Decision =
  | { kind: "signed-in"; sessionId: string; username: string }
  /** An account has the address, and is not linked to this. */
  | { kind: "has-account" }
  /** They wait to be let in; or somebody else waits under their address. */
  | { kind: "waiting" | "taken" }
  | { kind: "disabled" | "email" | "domain" };

/** The verbs that decide. */
export interface Verbs {
  signIn: (ctx: Context, proven: ProvenIdentity) => Promise<Decision>;
  /** @returns whether it was the actor's own identity, proved just now */
  confirm: (ctx: Context & { actor: UserActor }, proven: ProvenIdentity) => Promise<boolean>;
}
