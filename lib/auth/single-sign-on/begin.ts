import "server-only";
import { askNextAuth, fieldsOf, type Asked } from "@/lib/auth/ask-next-auth";
import { cookieName } from "@/lib/auth/cookies";
import { authOptions } from "@/lib/auth/next-auth";
import { isSecureRequest } from "@/lib/auth/protocol";
import type { Provider } from "@/lib/auth/providers";
import type { Context } from "@/lib/context";
import { paths, safeBack } from "@/lib/paths";
import { purposes, roundTripCookie, type RoundTrip } from "./cookies";
import { failureEnding } from "./ending";
import { newTrip, oauthConfig } from "./oauth-config";
import { browserContext, redirect, tell } from "./redirect";
import { report } from "./report";

/** Sends a browser to a provider, with what it goes for in a cookie. */
export async function beginTrip(asked: Asked, provider: Provider | undefined): Promise<Response> {
  const fields = fieldsOf(asked);
  const ctx = await browserContext(asked.request);
  const kept: RoundTrip = {
    provider: provider?.id ?? "",
    purpose: purposes.find((each) => each === fields["purpose"]) ?? "sign-in",
    back: safeBack(typeof fields["back"] === "string" ? fields["back"] : null),
    sessionId: ctx.actor.kind === "user" ? ctx.actor.credential.id : null,
  };
  const sent = provider ? await send({ ctx, asked, provider, kept }) : null;
  const to = sent?.to ?? failureEnding(ctx.actor, kept);
  const cookies = sent?.cookies ?? [];
  return fields["json"] === "true" ? tell(to, cookies) : redirect(to, cookies);
}

interface Leaving {
  ctx: Context;
  asked: Asked;
  provider: Provider;
  kept: RoundTrip;
}

/** @returns the provider's address; null where it does not answer, or the form was none of ours */
async function send({ ctx, asked, provider, kept }: Leaving) {
  const config = await oauthConfig(provider, newTrip()).catch((failure: unknown) => {
    report({ ctx, provider: provider.id, outcome: "not begun", failure });
    return null;
  });
  if (!config) return null;
  const { request } = asked;
  const options = authOptions(request.headers, {
    config,
    decide: () => Promise.resolve(paths.signInError("provider")),
    sessionId: () => null,
  });
  const answer = await askNextAuth(asked, options, {
    // What providers are asked is nothing that a request says.
    query: kept.purpose === "confirm" ? { prompt: "login", max_age: "0" } : {},
    fields: { csrfToken: fieldsOf(asked)["csrfToken"] },
  });
  const to = answer.headers.get("location");
  const cookies = answer.headers.getSetCookie();
  if (to === null || !setsState(request, cookies)) return null;
  return { to, cookies: [...cookies, roundTripCookie.write(request, kept)] };
}

function setsState({ headers }: Request, cookies: readonly string[]): boolean {
  const name = cookieName("state", isSecureRequest(headers));
  return cookies.some((cookie) => cookie.startsWith(`${name}=`));
}
