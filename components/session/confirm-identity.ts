import type { Assertion } from "@/lib/passkey/schema";
import { callSessions } from "./calls";
import { lastConfirmed } from "./last-confirmed";

type Proof = { password: string } | { totp: string } | { credential: Assertion };

/** Answers whether the proof is right; if so, what needs an identity check is open for 10 minutes. */
export async function confirmIdentity(username: string, body: Proof): Promise<boolean> {
  const answer = await callSessions("validateIdentity", { params: { username }, body });
  if (answer.identity_validated) lastConfirmed.at = Date.now();
  return answer.identity_validated;
}
