import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Fingerprint } from "lucide-react";
import type { SearchParams } from "nuqs/server";
import { PublicLayout } from "@/components/layout/public-layout";
import { PasskeySignIn } from "@/components/passkey/passkey-sign-in";
import { LinkNotice, SignInNotice } from "@/components/session/sign-in-notice";
import { SignInWays } from "@/components/session/sign-in-ways";
import { pageContext } from "@/lib/auth/page-context";
import { paths, safeBack } from "@/lib/paths";
import { signInOptions } from "@/lib/session/options-service";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { back, again, username, error, link } = await searchParams;
  const target = safeBack(textOf(back));
  const ctx = await pageContext();
  const options = await signInOptions(ctx);
  const { basic_auth, providers } = options;
  // Only of a provider that there is: whatever else stands in the address is nothing to show.
  const known = providers.find(({ id }) => id === link);
  if (ctx.actor.kind === "user" && again === undefined) {
    redirect(known ? paths.offerToLink(known.id) : target);
  }
  if (!options.has_super_admin) redirect(paths.setup);
  const goOn = known ? paths.offerToLink(known.id) : target;
  return (
    <PublicLayout title="Sign in">
      {known ? (
        <LinkNotice provider={known.name} hasPasswords={basic_auth} />
      ) : (
        <SignInNotice error={textOf(error)} />
      )}
      <SignInWays
        options={{ basic_auth, providers: providers.filter((each) => each !== known) }}
        back={goOn}
        username={textOf(username)}
        passkey={options.passkeys && <PasskeySignIn back={goOn} icon={<Fingerprint />} />}
      />
    </PublicLayout>
  );
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
