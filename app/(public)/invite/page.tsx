import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { PublicLayout } from "@/components/layout/public-layout";
import { NoSignUp } from "@/components/sign-up/no-sign-up";
import { SignOutFirst } from "@/components/sign-up/sign-out-first";
import { SignUpForm } from "@/components/sign-up/sign-up-form";
import { PageLink } from "@/components/ui/page-link";
import { Name } from "@/components/ui/name";
import { keptInviteLink } from "@/lib/auth/invite-link";
import { pageContext, publicAddress } from "@/lib/auth/page-context";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { codeQuery, type CodeQuery } from "@/lib/invite/schema";
import { readSignUpOffer, type SignUpOffer } from "@/lib/invite/sign-up-service";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage() {
  const ctx = await pageContext();
  const incoming = new Headers(await headers());
  const kept = keptInviteLink(incoming);
  const link = kept && codeQuery.parse(kept);
  const username = ctx.actor.kind === "user" ? ctx.actor.username : null;
  if (username !== null && (link === null || link.email === username)) redirect(paths.home);
  const isSignedIn = username !== null;
  if (link === null) return <NoSignUp reason="no-link" isSignedIn={isSignedIn} />;

  const offer = await offerOf(ctx, link);
  if (offer instanceof AppError) {
    if (offer.code === "throttled") return <Throttled message={offer.message} />;
    return <NoSignUp reason="not-good" isSignedIn={isSignedIn} />;
  }
  const { email, hasPasswords, passwordMinLength } = offer;
  if (!hasPasswords) return <NoSignUp reason="no-passwords" isSignedIn={isSignedIn} />;
  if (username !== null) {
    return (
      <PublicLayout title="Somebody else is signed in">
        <SignOutFirst email={email} username={username} />
      </PublicLayout>
    );
  }
  return (
    <PublicLayout
      title="Create your account"
      description={
        <p className="[overflow-wrap:anywhere]">
          You were invited to <Name>{serverName(incoming)}</Name> as <Name>{email}</Name>. Choose a
          password, and you are in.
        </p>
      }
    >
      <SignUpForm email={email} code={link.invite_code} passwordMinLength={passwordMinLength} />
    </PublicLayout>
  );
}

function Throttled({ message }: { message: string }) {
  return (
    <PublicLayout title="Wait a moment" description={message}>
      <PageLink href={paths.signUp} size="lg">
        Try again
      </PageLink>
    </PublicLayout>
  );
}

/** @returns why not, where that is something to show */
async function offerOf(ctx: Context, link: CodeQuery): Promise<SignUpOffer | AppError> {
  return readSignUpOffer(ctx, link).catch((error: unknown) => {
    const isShown =
      error instanceof AppError && (error.code === "not_found" || error.code === "throttled");
    if (isShown) return error;
    throw error;
  });
}

/** As its visitors know it. */
function serverName(incoming: Headers): string {
  const address = publicAddress();
  return address === null ? (incoming.get("host") ?? "this server") : new URL(address).host;
}
