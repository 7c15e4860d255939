// The link of an invite, which the browser keeps for the sign-up page: that page's own address must not hold it (ADR 18).
import "server-only";
import type { NextRequest } from "next/server";
import { cookieName, cookieValues } from "./cookies";
import { isSecureRequest } from "./protocol";

const KEPT_SECONDS = 60 * 60;

export interface InviteLink {
  email: string;
  invite_code: string;
}

/** Lax, because links are followed from other sites: web mail. */
export function inviteLinkCookie({ headers, nextUrl }: Pick<NextRequest, "headers" | "nextUrl">) {
  const isSecure = isSecureRequest(headers);
  const { email, invite_code } = linkIn(nextUrl.searchParams);
  return {
    name: cookieName("invite-link", isSecure),
    value: new URLSearchParams({ email, invite_code }).toString(),
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure,
    path: "/",
    maxAge: KEPT_SECONDS,
  } as const;
}

/** The link that this browser followed last; null where it kept none. */
export function keptInviteLink(headers: Headers): InviteLink | null {
  const [kept] = cookieValues(headers, "invite-link");
  if (kept === undefined) return null;
  const link = linkIn(new URLSearchParams(kept));
  return /\p{Cc}/u.test(link.email) ? null : link;
}

function linkIn(parameters: URLSearchParams): InviteLink {
  return {
    email: parameters.get("email") ?? "",
    invite_code: parameters.get("invite_code") ?? "",
  };
}
