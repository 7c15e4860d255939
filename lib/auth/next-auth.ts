import "server-only";
import type { CookiesOptions, NextAuthOptions, User } from "next-auth";
import type { JWT } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { hashToken } from "@/lib/crypto/tokens";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { cookieName, type CookieName } from "./cookies";
import { isSecureRequest } from "./protocol";
import { claimSession } from "./repository";
import type { ProviderConfig } from "./single-sign-on/oauth-config";

const THIRTY_DAYS_SECONDS = 30 * 24 * 60 * 60;

/** A round trip to a provider, which next-auth makes and we decide about. */
export interface ProviderTrip {
  config: ProviderConfig;
  /** Where the browser goes instead of being signed in; null when it is signed in. */
  decide: () => Promise<string | null>;
  /** Of the session that was made. */
  sessionId: () => string | null;
}

/**
 * next-auth decides nothing: our own endpoints check who signs in and make the session, and this puts the id
 * of that session into the cookie. The row in the database says how long it lives.
 */
export function authOptions(headers: Headers, trip?: ProviderTrip): NextAuthOptions {
  const isSecure = isSecureRequest(headers);
  return {
    useSecureCookies: isSecure,
    cookies: ownCookies(isSecure),
    secret: env().MUSTER_SECRET,
    session: { strategy: "jwt", maxAge: THIRTY_DAYS_SECONDS },
    pages: {
      signIn: "/sign-in",
      signOut: "/sign-in",
      error: "/sign-in",
      newUser: "/",
      verifyRequest: "/sign-in",
    },
    providers: [
      Credentials({
        credentials: { token: { type: "text" } },
        async authorize(given) {
          const id = given?.token ? await claim(given.token) : null;
          return id === null ? null : { id };
        },
      }),
      ...(trip ? [trip.config] : []),
    ],
    callbacks: {
      // Only at the sign-in is there a user, whatever the types say.
      jwt: ({ token, ...rest }: { token: JWT; user?: User }) =>
        rest.user ? { sessionId: trip?.sessionId() ?? rest.user.id } : token,
      signIn: async () => (await trip?.decide()) ?? true,
      redirect: ({ baseUrl }) => baseUrl,
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: {
      error: (code, metadata) => {
        // Told by ourselves: what a provider says may hold names, codes and tokens.
        if (code.includes("OAUTH")) return;
        const err = metadata instanceof Error ? metadata : metadata.error;
        logger().error({ code, err }, "next-auth");
      },
      warn: (code) => logger().warn({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

/** Every cookie that next-auth may set: under its own names another application on this host may use them too. */
function ownCookies(isSecure: boolean): CookiesOptions {
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure };
  const cookie = (name: CookieName) => ({
    name: cookieName(name, isSecure),
    options,
  });
  return {
    sessionToken: cookie("session-token"),
    callbackUrl: cookie("callback-url"),
    csrfToken: cookie("csrf-token"),
    pkceCodeVerifier: cookie("pkce-code-verifier"),
    state: cookie("state"),
    nonce: cookie("nonce"),
  };
}

function claim(token: string): Promise<string | null> {
  return claimSession(database().prisma, hashToken(token), new Date());
}
