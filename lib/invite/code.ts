import "server-only";
import { randomBytes } from "node:crypto";
import { sealAtRest, unsealAtRest } from "@/lib/crypto/at-rest";
import { constantTimeEqual } from "@/lib/crypto/tokens";
import { paths } from "@/lib/paths";

/** 160 random bits, in 27 characters. */
export function newCode(): string {
  return randomBytes(20).toString("base64url");
}

/** @param inviteId of the invite that the code belongs to, and to no other */
export function sealCode(inviteId: string, code: string): Buffer {
  return sealAtRest(contextOf(inviteId), code);
}

interface SealedInvite {
  id: string;
  code: Uint8Array;
}

export function codeOf({ id, code }: SealedInvite): string {
  return unsealAtRest(contextOf(id), code);
}

export function isCodeOf(invite: SealedInvite, given: string): boolean {
  return constantTimeEqual(codeOf(invite), given);
}

function contextOf(inviteId: string): string {
  return `invite-code:${inviteId}`;
}

interface Linked {
  /** Where the server is for whoever follows the link: `https://muster.example.com`. */
  origin: string;
  email: string;
}

/** The link of an invite: made once, with the origin that it was made with. */
export function linkOf({ origin, email }: Linked, code: string): string {
  return `${origin}${paths.invite(email, code)}`;
}
