import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { PublicLayout } from "@/components/layout/public-layout";
import { OrProviders } from "@/components/session/provider-choice";
import { NoSignUp } from "@/components/sign-up/no-sign-up";
import { SignOutFirst } from "@/components/sign-up/sign-out-first";
import { SignUpByProvider } from "@/components/sign-up/sign-up-by-provider";
import { SignUpForm } from "@/components/sign-up/sign-up-form";
import { PageLink } from "@/components/ui/page-link";
import { Name } from "@/components/ui/name";
import { keptInviteLink } from "@/lib/auth/invite-link";
import { pageContext } from "@/lib/auth/page-context";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { codeQuery, type CodeQuery } from "@/lib/invite/schema";
import { readSignUpOffer, type SignUpOffer } from "@/lib/invite/sign-up-service";
import { paths } from "@/lib/paths";
import { signInOptions } from "@/lib/session/options-service";
import { serverName } from "../server-name";

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
  const { providers } = await signInOptions(ctx);
  if (!hasPasswords && providers.length === 0) {
    return <NoSignUp reason="no-passwords" isSignedIn={isSignedIn} />;
  }
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
          You were invited to <Name>{serverName(incoming)}</Name> as <Name>{email}</Name>.
          {hasPasswords && " Choose a password, and you are in."}
        </p>
      }
    >
      {hasPasswords ? (
        <SignUpForm email={email} code={link.invite_code} passwordMinLength={passwordMinLength}>
          <OrProviders providers={providers} back={paths.home} />
        </SignUpForm>
      ) : (
        <SignUpByProvider email={email} providers={providers} />
      )}
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
