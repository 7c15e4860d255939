/** A secret that was offered to somebody, until they complete it: signed, and kept nowhere. */
import "server-only";
import { keyedHash } from "@/lib/crypto/keyed-hash";
import { constantTimeEqual } from "@/lib/crypto/tokens";
import { OFFER_MINUTES } from "./values";

const TIME_DIGITS = 12;

interface Offer {
  userId: string;
  url: string;
}

/** @returns hex: until when it is good, then what proves that, the user and the URL */
export function signOffer(offer: Offer, now: Date): string {
  const until = now.getTime() + OFFER_MINUTES * 60_000;
  return signatureUntil(offer, until.toString(16).padStart(TIME_DIGITS, "0"));
}

export function isOffered(offer: Offer, signature: string, now: Date): boolean {
  const until = signature.slice(0, TIME_DIGITS);
  const isOurs = constantTimeEqual(signatureUntil(offer, until), signature);
  return isOurs && now.getTime() <= Number.parseInt(until, 16);
}

function signatureUntil({ userId, url }: Offer, until: string): string {
  const proof = keyedHash("totp-offer", JSON.stringify([userId, until, url]));
  return until + Buffer.from(proof).toString("hex");
}
