/** Every domain's jobs: what a process runs, and what the start makes queues for. */
import { removeExpiredThrottles } from "@/lib/auth/jobs";
import { recountMembers } from "@/lib/group/jobs";
import { sumUpCounts } from "@/lib/health/jobs";
import { mailInvite, removeUnlistedInvites } from "@/lib/invite/jobs";
import type { Job } from "@/lib/jobs/job";
import { removeExpiredPreAuthTokens } from "@/lib/mfa/jobs";
import { removeExpiredChallenges } from "@/lib/passkey/jobs";
import { mailAboutPendingUser } from "@/lib/pending-user/jobs";
import { removeExpiredSessions } from "@/lib/session/jobs";

export const jobs: readonly Job[] = [
  removeExpiredSessions,
  removeExpiredPreAuthTokens,
  removeExpiredChallenges,
  removeExpiredThrottles,
  recountMembers,
  mailInvite,
  removeUnlistedInvites,
  mailAboutPendingUser,
  sumUpCounts,
];
