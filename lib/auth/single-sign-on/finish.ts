import "server-only";
import { wantsPage } from "@/lib/accept";
import { askNextAuth, type Asked } from "@/lib/auth/ask-next-auth";
import { requestIdOf } from "@/lib/auth/client";
import { authOptions } from "@/lib/auth/next-auth";
import type { Provider } from "@/lib/auth/providers";
import { countAttempt } from "@/lib/auth/throttle";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { roundTripCookie, type RoundTrip } from "./cookies";
import { isOutage } from "./faults";
import type { Verbs } from "./decision";
import { endTrip, failureEnding, type Ending } from "./ending";
import { newTrip, oauthConfig, type Trip } from "./oauth-config";
import { browserContext, redirect } from "./redirect";
import { report } from "./report";

/**
 * Takes in a browser that comes back from a provider.
 * @throws AppError `throttled`, for who cannot show a page that says so
 */
export async function finishTrip(
  asked: Asked,
  provider: Provider,
  verbs: Verbs,
): Promise<Response> {
  const { request } = asked;
  const read = roundTripCookie.read(request);
  const kept = read?.provider === provider.id ? read : null;
  try {
    const ctx = await browserContext(request);
    return await finish({ ctx, asked, provider, kept, verbs });
  } catch (failure) {
    if (failure instanceof AppError && failure.code === "throttled") {
      if (!wantsPage(request.headers.get("accept"))) throw failure;
      return redirect(paths.signInError("throttled", kept?.back));
    }
    const ctx = { requestId: requestIdOf(request) };
    report({ ctx, provider: provider.id, outcome: "broken", failure });
    return redirect(failureEnding({ kind: "anonymous" }, kept));
  }
}

interface Returned {
  ctx: Context;
  asked: Asked;
  provider: Provider;
  /** Null where the browser is not on its way. */
  kept: RoundTrip | null;
  verbs: Verbs;
}

async function finish(returned: Returned): Promise<Response> {
  const { ctx, asked, provider, kept } = returned;
  const back: Back = { ...newTrip(), ending: null, ourFailure: null };
  let cookies: string[] = [];
  await countAttempt(ctx, "oidc", null, async () => {
    cookies = await travel(returned, back);
    return back.ending !== null || back.ourFailure !== null || isOutage(back.failure);
  });
  if (back.ourFailure !== null) throw back.ourFailure;
  const { ending, failure } = back;
  if (!ending) {
    report({
      ctx,
      provider: provider.id,
      outcome: "failed",
      failure: failure ?? reasonIn(asked.request),
    });
    return redirect(failureEnding(ctx.actor, kept), cookies);
  }
  report({ ctx, provider: provider.id, outcome: ending.kind });
  const isOver = roundTripCookie.drop(asked.request);
  return redirect(ending.to, [...cookies, ...ending.cookies, isOver]);
}

/** Without a reason of the provider's, nothing came of it before it was asked. */
function reasonIn({ url }: Request): Error {
  const error = new URL(url).searchParams.get("error");
  if (error !== null) return Object.assign(new Error("refused"), { error });
  return new Error("It was not begun in this browser or is over.");
}

/** What is known at the end of a round trip. */
interface Back extends Trip {
  ending: Ending | null;
  ourFailure: Error | null;
}

/** @returns next-auth's `Set-Cookie` values */
async function travel(
  { ctx, asked, provider, kept, verbs }: Returned,
  back: Back,
): Promise<string[]> {
  const config = await oauthConfig(provider, back).catch((failure: unknown) => {
    back.failure = failure;
    return null;
  });
  if (!config) return [];
  const { request } = asked;

  async function decide(): Promise<string | null> {
    const { proven } = back;
    if (!kept || !proven) return paths.signInError("provider");
    try {
      back.ending = await endTrip({ ctx, request, kept, proven }, verbs);
    } catch (error) {
      back.ourFailure = error instanceof Error ? error : new Error("The decision failed.");
    }
    const isSignedIn = back.ending !== null && back.ending.sessionId !== null;
    return isSignedIn ? null : paths.signIn();
  }

  const sessionId = () => back.ending?.sessionId ?? null;
  const options = authOptions(request.headers, { config, decide, sessionId });
  return (await askNextAuth(asked, options)).headers.getSetCookie();
}
