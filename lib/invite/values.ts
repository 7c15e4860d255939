/** The values that an invite's schema is made of, for pages, which load them without zod. */
export const mailStatuses = ["queued", "sent", "failed", "not_configured"] as const;
export type MailStatus = (typeof mailStatuses)[number];

export const inviteStates = ["valid", "expired"] as const;
export type InviteState = (typeof inviteStates)[number];

export const inviteSorts = ["created_at", "expires_at", "email"] as const;

/** How many addresses one call may name. */
export const MAX_INVITES = 5_000;

/** How long an expired invite stays listed. */
export const LISTED_DAYS = 90;
