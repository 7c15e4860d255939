import "server-only";
import { rememberBrowser } from "@/lib/auth/known-browser";
import { dropPendingCookie, writePendingCookie } from "@/lib/auth/pending-cookie";
import { isSecureRequest } from "@/lib/auth/protocol";
import type { Context } from "@/lib/context";
import { paths } from "@/lib/paths";
import type { UserActor } from "@/lib/permissions";
import { provenIdentityCookie, type RoundTrip } from "./cookies";
import type { Decision, Verbs } from "./decision";
import type { ProvenIdentity } from "./proven-identity";

/** Where a browser goes that comes back from a provider. */
export interface Ending {
  kind: Decision["kind"] | "confirmed" | "not-confirmed" | "proved" | "nobody";
  to: string;
  /** `Set-Cookie` values. */
  cookies: string[];
  /** Where it is signed in by this. */
  sessionId: string | null;
}

interface Back {
  ctx: Context;
  request: Request;
  kept: RoundTrip;
  proven: ProvenIdentity;
}

/** Decides about whoever is back, by what they went for. */
export async function endTrip(back: Back, verbs: Verbs): Promise<Ending> {
  const { ctx, request, kept, proven } = back;
  if (kept.purpose === "sign-in") {
    return signInEnding(back, await verbs.signIn({ ...ctx, actor: { kind: "anonymous" } }, proven));
  }
  const { actor } = ctx;
  if (!isStillThere(actor, kept)) return ending("nobody", paths.signInError("provider", kept.back));
  if (kept.purpose === "link") {
    const cookie = provenIdentityCookie.write(request, proven);
    return ending("proved", withParameter(kept.back, "link", kept.provider), [cookie]);
  }
  const isConfirmed = await verbs.confirm({ ...ctx, actor }, proven);
  return isConfirmed
    ? ending("confirmed", kept.back)
    : ending("not-confirmed", withParameter(kept.back, "error", "identity"));
}

function signInEnding({ ctx, request, kept, proven }: Back, decision: Decision): Ending {
  switch (decision.kind) {
    case "signed-in": {
      const { username, sessionId } = decision;
      const isSecure = isSecureRequest(request.headers);
      const known = rememberBrowser(ctx.client.knownBrowser(), username, isSecure);
      return { ...ending("signed-in", kept.back, [known, dropPendingCookie(request)]), sessionId };
    }
    case "has-account":
      return ending("has-account", pageToLinkOn(ctx.actor, kept, proven), [
        provenIdentityCookie.write(request, proven),
      ]);
    case "waiting":
      return ending("waiting", paths.pending, [writePendingCookie(request, proven)]);
    case "taken":
      return ending("taken", `${paths.pending}?taken=true`, [dropPendingCookie(request)]);
    case "disabled":
    case "email":
    case "domain":
      return ending(decision.kind, paths.signInError(decision.kind, kept.back));
  }
}

/** It leads whoever is signed in on to their offer; for somebody else's account it stays. */
function pageToLinkOn(
  actor: Context["actor"],
  { provider, back }: RoundTrip,
  { email }: ProvenIdentity,
): string {
  const page = paths.signInToLink(provider, back);
  const isOther = actor.kind === "user" && actor.username !== email?.toLowerCase();
  return isOther ? withParameter(page, "again", "true") : page;
}

function ending(kind: Ending["kind"], to: string, cookies: string[] = []): Ending {
  return { kind, to, cookies, sessionId: null };
}

/** Whether it is the session that the browser had when it left. */
function isStillThere(actor: Context["actor"], { sessionId }: RoundTrip): actor is UserActor {
  return actor.kind === "user" && sessionId !== null && actor.credential.id === sessionId;
}

/** Where a round trip ends that has failed: for who is signed in, at the page that they came from. */
export function failureEnding(actor: Context["actor"], kept: RoundTrip | null): string {
  const back = kept?.back ?? paths.home;
  if (actor.kind !== "user") return paths.signInError("provider", back);
  return kept && kept.purpose !== "sign-in" ? withParameter(back, "error", "provider") : back;
}

function withParameter(path: string, name: string, value: string): string {
  const url = new URL(path, "http://-");
  url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}
