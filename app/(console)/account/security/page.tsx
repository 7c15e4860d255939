import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { AccountSecurity } from "@/components/account/security/account-security";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { identitiesQuery } from "@/components/identity/queries";
import { mfaQuery } from "@/components/mfa/queries";
import { passkeysQuery } from "@/components/passkey/queries";
import { sessionQueries } from "@/components/session/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { relyingPartyAt } from "@/lib/auth/relying-party";
import { listIdentities } from "@/lib/identity/service";
import { getMfa } from "@/lib/mfa/service";
import { listPasskeys, listUnusable } from "@/lib/passkey/service";
import { isMfaEnforced } from "@/lib/server-settings/service";
import { signInOptions } from "@/lib/session/options-service";
import { listSessions } from "@/lib/session/service";

export const metadata: Metadata = { title: "Security · Account" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const { username } = ctx.actor;
  const { offer, confirmed, error } = await searchParams;
  return (
    <FirstPaint
      ctx={ctx}
      reads={[
        firstRead(sessionQueries.list(username), () => listSessions(ctx)),
        firstRead(mfaQuery(username), () => getMfa(ctx, username)),
        firstRead(identitiesQuery(username), () => listIdentities(ctx, username)),
        firstRead(passkeysQuery(username), () => listPasskeys(ctx, username)),
        firstRead(sessionQueries.signInOptions(), () => signInOptions(ctx)),
      ]}
    >
      <AccountSecurity
        offered={typeof offer === "string" ? offer : ""}
        isConfirmed={confirmed === "linking" && error === undefined}
        isMfaEnforced={await isMfaEnforced(ctx)}
        passkeys={await passkeysHere(ctx)}
      />
    </FirstPaint>
  );
}

async function passkeysHere(ctx: Awaited<ReturnType<typeof signedInContext>>) {
  const found = relyingPartyAt(ctx.client.serverOrigin());
  return {
    unusable: await listUnusable(ctx, ctx.actor.username),
    refusal: found.relyingParty === null ? found.reason : null,
  };
}
