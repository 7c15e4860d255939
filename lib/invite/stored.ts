import type { PlatformRole } from "@/lib/permissions";

/** An invite as it is stored. */
export interface StoredInvite {
  id: string;
  email: string;
  role: PlatformRole;
  /** Encrypted. */
  code: Uint8Array;
  /** What its link begins with. */
  origin: string;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  mailId: string;
  mailStatus: StoredMailStatus;
  mailError: string;
  /** By id. */
  groupIds: string[];
}

/** What lib/mail keeps of a mail, or that there is none. */
export type StoredMailStatus = SentMailStatus | "not_configured";
export type SentMailStatus = "queued" | "sending" | "sent" | "failed";

/** How the mail of an invite fares. */
export interface StoredProgress {
  status: SentMailStatus;
  delays: number;
  queuedAt: Date;
  error: string;
}
