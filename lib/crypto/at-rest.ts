/** Secrets that the database keeps and gives out again, encrypted with this server's own secret. */
import "server-only";
import { env } from "@/lib/env";
import { seal, unseal } from "./sealing";

/** @param context what the secret belongs to, and to nothing else: `invite-code:<id>` */
export function sealAtRest(context: string, plain: string): Buffer {
  return seal(env().MUSTER_SECRET, context, plain);
}

/** @throws where it belongs to something else, or was altered */
export function unsealAtRest(context: string, sealed: Uint8Array): string {
  return unseal(env().MUSTER_SECRET, context, sealed);
}
