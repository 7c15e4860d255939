import "server-only";
import { cache } from "react";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Context } from "@/lib/context";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { mustEnrolMfa, type UserActor } from "@/lib/permissions";
import { paths } from "@/lib/paths";
import { cookieActor } from "./actor";
import { clientOf, requestIdOf } from "./client";

/** The context of a page's first paint; the actor is anonymous when nobody is signed in. */
export const pageContext = cache(async (): Promise<Context> => {
  const incoming = await headers();
  const request = new Request("http://localhost", { headers: new Headers(incoming) });
  const now = new Date();
  const db = database().prisma;
  const actor = await cookieActor(db, request.headers, now);
  return {
    requestId: requestIdOf(request),
    actor: actor ?? { kind: "anonymous" },
    now,
    client: clientOf(request),
    ifMatch: null,
    marks: [],
    db,
  };
});

/** For pages that need somebody: sends everybody else to sign in or to set up MFA, and back here afterwards. */
export async function signedInContext(): Promise<Context & { actor: UserActor }> {
  const ctx = await pageContext();
  const { actor } = ctx;
  const here = (await headers()).get("x-muster-path") ?? "/";
  if (actor.kind !== "user") return redirect(paths.signIn(here));
  if (mustEnrolMfa(actor)) return redirect(paths.enrolMfa(here));
  return { ...ctx, actor };
}

/** The console's address as it was configured; null where it is whatever browsers reach it by. */
export function publicAddress(): string | null {
  return env().MUSTER_BASE_URL ?? null;
}
