/** HMACs by keys of this server's own secret. */
import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/env";
import { deriveKey } from "./tokens";

/** HMAC-SHA-256, by a key for this purpose alone: whoever has only the database cannot try texts against it. */
export function keyedHash(purpose: string, text: string): Uint8Array<ArrayBuffer> {
  const key = deriveKey(env().MUSTER_SECRET, purpose);
  return new Uint8Array(createHmac("sha256", key).update(text).digest());
}
