import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { EnrolMfa } from "@/components/account/security/enrol-mfa";
import { SignedInProviders } from "@/components/console/signed-in-providers";
import { PublicLayout } from "@/components/layout/public-layout";
import { pageContext } from "@/lib/auth/page-context";
import { paths, safeBack } from "@/lib/paths";
import { mustEnrolMfa } from "@/lib/permissions";

export const metadata: Metadata = { title: "Set up MFA" };

/** Outside the console, which is closed to whoever is led here. */
export default async function EnrolMfaPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { back } = await searchParams;
  const target = safeBack(typeof back === "string" ? back : "");
  const { actor } = await pageContext();
  if (actor.kind !== "user") redirect(paths.signIn(target));
  if (!mustEnrolMfa(actor)) redirect(target);
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <PublicLayout
      title="Set up MFA"
      description="This server asks everyone who has a password for a second factor. Set up an authenticator app to go on: it takes a minute, and you need your phone."
    >
      <SignedInProviders actor={actor} nonce={nonce}>
        <EnrolMfa username={actor.username} back={target} />
      </SignedInProviders>
    </PublicLayout>
  );
}
