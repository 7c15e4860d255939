import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { PublicLayout } from "@/components/layout/public-layout";
import { PendingStanding } from "@/components/pending-user/standing/pending-standing";
import { Name } from "@/components/ui/name";
import { PageLink } from "@/components/ui/page-link";
import { pageContext } from "@/lib/auth/page-context";
import { readPendingCookie } from "@/lib/auth/pending-cookie";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { getPendingState } from "@/lib/pending-user/service";
import { signInOptions } from "@/lib/session/options-service";
import { serverName } from "../server-name";

export const metadata: Metadata = { title: "Your request" };

export default async function PendingPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const ctx = await pageContext();
  if (ctx.actor.kind === "user") redirect(paths.home);
  const incoming = new Headers(await headers());
  const host = serverName(incoming);
  if ((await searchParams)["taken"] !== undefined) return <Taken host={host} />;
  const { providers } = await signInOptions(ctx);
  return <PendingStanding first={await stateOf(ctx, incoming)} providers={providers} host={host} />;
}

async function stateOf(ctx: Context, incoming: Headers) {
  const proof = readPendingCookie({ headers: incoming });
  return getPendingState(ctx, proof).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  });
}

/** For whoever asked with an address for which somebody has asked already. */
function Taken({ host }: { host: string }) {
  return (
    <PublicLayout
      title="A request waits already"
      description={
        <p className="text-ink-2">
          A request of your address waits from another way of signing in. Sign in that way to see
          how it stands, or ask an administrator of <Name>{host}</Name>.
        </p>
      }
    >
      <PageLink href={paths.signIn()} size="lg">
        Go to sign in
      </PageLink>
    </PublicLayout>
  );
}
