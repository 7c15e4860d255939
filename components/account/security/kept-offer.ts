/** An offer of a new authenticator, kept in this tab while it is good: setting it up survives a reload and a slow phone. */
import type { TotpOffer } from "@/lib/mfa/schema";
import { OFFER_MINUTES } from "@/lib/mfa/values";
import { isRecord } from "@/lib/wire";

export interface KeptOffer {
  username: string;
  offer: TotpOffer;
  /** When the server takes it no more; milliseconds since the epoch. */
  expiresAt: number;
}

const KEY = "muster-totp-offer";
const LIFE_MS = OFFER_MINUTES * 60_000;

export function keepOffer(username: string, offer: TotpOffer, now: number): KeptOffer {
  const kept = { username, offer, expiresAt: now + LIFE_MS };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Where nothing is kept, a reload begins anew.
  }
  return kept;
}

export function forgetOffer(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // There is none.
  }
}

/** Theirs, while it is good; what is not is forgotten. */
export function keptOffer(username: string, now: number): KeptOffer | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (isKept(kept) && kept.username === username && now < kept.expiresAt) return kept;
  } catch {
    // It is no text of ours.
  }
  forgetOffer();
  return null;
}

function isKept(value: unknown): value is KeptOffer {
  return (
    isRecord(value) &&
    typeof value["username"] === "string" &&
    typeof value["expiresAt"] === "number" &&
    isOffer(value["offer"])
  );
}

function isOffer(value: unknown): value is TotpOffer {
  return (
    isRecord(value) &&
    ["otp_auth_url", "otp_auth_url_signature", "qr_code"].every(
      (key) => typeof value[key] === "string",
    )
  );
}
